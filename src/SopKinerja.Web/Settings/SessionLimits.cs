namespace SopKinerja.Web.Settings;

public static class SessionLimits
{
    /// <summary>How long a session lives at most, however busy it is: a working day with its overtime.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
}
