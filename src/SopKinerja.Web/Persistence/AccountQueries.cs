namespace SopKinerja.Web.Persistence;

public static class AccountQueries
{
    /// <summary>Those into which nobody comes yet: no password, and no slip that opens them.</summary>
    /// <param name="now">A slip that ends before is none.</param>
    public static IQueryable<Account> WithoutEntry(this IQueryable<Account> accounts, DateTimeOffset now) =>
        accounts.Where(a => a.IsActive && a.PasswordHash == null && (a.EntryUntil == null || a.EntryUntil < now));
}
