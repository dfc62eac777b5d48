namespace SopKinerja.Web.Access;

public static class OfficeNames
{
    /// <summary>"Analis, Kasubbag", or "tidak ada".</summary>
    public static string Of(string[] offices) => offices.Length == 0
        ? "tidak ada"
        : string.Join(", ", Roles.Offices.Where(o => offices.Contains(o.ToString())).Select(o => o.Nama()));
}
