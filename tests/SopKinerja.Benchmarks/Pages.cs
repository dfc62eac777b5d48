namespace SopKinerja.Benchmarks;

/// <summary>A page to measure.</summary>
/// <param name="Nama">In the table.</param>
/// <param name="User">Who looks.</param>
/// <param name="Path">The address, with {id} for a dossier.</param>
/// <param name="Keys">Which dossiers, one after the other; null for a page about none.</param>
public sealed record PageRow(string Nama, string User, string Path, string? Keys);

/// <summary>The pages that are measured.</summary>
public static class Pages
{
    /// <summary>Not signed in.</summary>
    public const string Nobody = "–";

    public static readonly IReadOnlyList<PageRow> Rows =
    [
        new("Inbox, thousands waiting",     "analis",     "/",                       null),
        new("Inbox, thousands waiting",     "kasubbag",   "/",                       null),
        new("Inbox, thousands waiting",     "sekretaris", "/",                       null),
        new("Inbox of an ASN",              "juru",       "/",                       null),
        new("List",                         "analis",     "/berkas",                 null),
        new("List",                         "sekretaris", "/berkas",                 null),
        new("List of an ASN",               "juru",       "/berkas",                 null),
        new("Search, rare name",            "analis",     "/berkas?cari=supian+noor", null),
        new("Search, frequent name",        "analis",     "/berkas?cari=siti",       null),
        new("Search, no such name",         "analis",     "/berkas?cari=xylofon",    null),
        new("Dossier",                      "analis",     "/berkas/{id}",            "select id from dossiers where id % 499 = 0 order by id"),
        new("Step 1",                       "analis",     "/berkas/{id}/kumpulkan",  Waiting("step = 1", "analis")),
        new("Step 3",                       "analis",     "/berkas/{id}/input",      Waiting("step = 3", "analis")),
        new("Step 4",                       "kabidkop",   "/berkas/{id}/validasi",
            "select d.id from dossiers d join accounts a on a.pegawai_id = d.atasan_langsung_id where a.user_name = 'kabidkop' and step = "
            + "4 and closed_at is null order by d.id limit 200"),
        new("SOP (no query of its own)",    "analis",     "/sop",                    null),
        new("Sign-in form (no query)",      Nobody,       "/masuk",                  null),
    ];

    private static string Waiting(string where, string user) =>
        $"""
        select d.id from dossiers d
        where {where} and closed_at is null
          and atasan_langsung_id <> (select pegawai_id from accounts where user_name = '{user}')
        order by d.id desc limit 200
        """;
}
