using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Integrity;

/// <summary>What the ledger may say of the rows of one kept table: a column that stands in none of these never changes. Dossiers and plans
/// have tables of their own in the database (sop_columns, where a plus begins what is added in rows of its own, and plan_moves), which
/// their guards read too.</summary>
/// <param name="Ledger">Its name in the ledger.</param>
internal sealed record LineRule(string Ledger)
{
    /// <summary>Columns that change without more.</summary>
    public string[] Free { get; private init; } = [];

    /// <summary>Columns that change with a line in the log of changes, in the same transaction.</summary>
    public string[] Told { get; private init; } = [];

    /// <summary>Columns that are written once after the row was made.</summary>
    public string[] Once { get; private init; } = [];

    /// <summary>Whether rows of the database say which columns change.</summary>
    public bool HasTableOfItsOwn { get; private init; }

    /// <summary>Whether a new row has a line in the log of changes.</summary>
    public bool IsAddedTold { get; private init; }

    /// <summary>Whether a row may go; with a line in the log of changes where it is added with one.</summary>
    public bool MayGo { get; private init; }

    /// <summary>What the line in the log of changes is about, as a condition on it (h) and on the line of the ledger (l).</summary>
    public string About { get; private init; } = "true";

    /// <summary>Which rows it is about, as a condition on the line of the ledger (l); others of the table have a rule of their
    /// own.</summary>
    public string Rows { get; private init; } = "true";

    /// <summary>Whether lines in the log of changes are asked for since these are about what changed, and not since columns are
    /// named.</summary>
    public bool IsAskedLate { get; private init; }

    /// <summary>Times that are written later than the row, when they come.</summary>
    public string[] LaterTimes { get; private init; } = [];

    /// <summary>The row's own time of its making, which is that of the ledger; null where it has none.</summary>
    public string? Time { get; private init; }

    public string[] Changing => [.. Free, .. Told, .. Once];

    private static string Of(string subject, string id = "l.key") => $"(h.subject = '{subject}' and h.subject_id::text = {id})";

    private const string OfChain = "split_part(l.chain, '/', 2)";

    // How it was issued, and how it ended.
    private static readonly string[] OfCertificate =
    [
        "authority_id", "certificate", "serial", "sha256", "not_after", "issued_at", "issued_by", "ended_at", "end_reason", "ended_by",
        "untrusted_from",
    ];

    public static readonly IReadOnlyList<LineRule> All =
    [
        new("accounts")
        {
            // Whose name or number is corrected is confirmed anew.
            About = $"""
                ({Of(ChangeSubjects.Akun)}
                    or {Of(ChangeSubjects.Pegawai, "(select a.pegawai_id::text from accounts a where a.id = l.key::integer)")})
                """,
            // The rights among them have a name of their own in the ledger, and are asked of all its lines (LedgerCheck).
            Told =
            [
                "nama", "offices", "is_active", "must_change_password", "user_name", "normalized_user_name", "email", "normalized_email",
                "email_confirmed", "password_hash", "security_stamp", "phone_number", "phone_number_confirmed", "two_factor_enabled",
                "lockout_enabled", "reset_at", "reset_by", "confirm_code", "confirmed_at", "confirmed_by", "entry_digest", "entry_until",
                "entry_slips",
            ],
        },
        new("account_claims")
        {
            Told = ["claim_type", "claim_value"], IsAddedTold = true, MayGo = true, About = Of(ChangeSubjects.Akun, OfChain),
        },
        new("account_logins")
        {
            Told = ["provider_display_name"], IsAddedTold = true, MayGo = true, About = Of(ChangeSubjects.Akun, OfChain),
        },
        // A recovery code is used up by signing in, and a notice by being read; the key is the second factor itself.
        new("account_tokens") { Free = ["value"], MayGo = true, Rows = "l.key not like '%/AuthenticatorKey'" },
        new("account_tokens")
        {
            Told = ["value"], IsAddedTold = true, MayGo = true, About = Of(ChangeSubjects.Akun, OfChain), IsAskedLate = true,
            Rows = "l.key like '%/AuthenticatorKey'",
        },
        new("access_events") { MayGo = true, Time = "at" },
        new("bsre_attempts")
        {
            Once =
            [
                "sent", "outcome", "note", "answered_at", "resolution", "reason", "resolved_at", "edition", "certificate_sha256",
                "stated_at", "stated_reason", "released_at", "released_by_id", "released_by_nama",
            ],
            Time = "dispatched_at",
        },
        new("bsre_certificates") { Once = ["accepted_at", "accepted_by_id", "accepted_by_nama", "accepted_reason"], Time = "seen_at" },
        new("bsre_identities")
        {
            Told = ["locked_nik", "entered_at"], IsAddedTold = true, MayGo = true, About = Of(ChangeSubjects.Pegawai, OfChain),
        },
        new("capaian_unit") { Time = "at" },
        new("changes") { Time = "at" },
        new("copies") { Time = "made_at" },
        new("corrections") { Once = ["answered_at", "answered_by", "is_done", "answer"], Time = "asked_at" },
        new("documents") { Time = "drawn_at" },
        new("dossiers") { HasTableOfItsOwn = true },
        new("dossier_versions") { Time = "at" },
        new("history") { Time = "at" },
        new("holidays")
        {
            Told = ["nama"], IsAddedTold = true, MayGo = true, About = Of(ChangeSubjects.HariLibur, "replace(l.key, '-', '')"),
        },
        new("keadaan_pegawai")
        {
            Told = ["period_id", "jenis", "mulai", "selesai", "uraian", "nomor_surat", "jenjang"], IsAddedTold = true, MayGo = true,
            About = Of(ChangeSubjects.Keadaan),
        },
        new("letterhead_pictures"),
        new("pegawai")
        {
            Told =
            [
                "nip", "nama", "golongan", "jabatan", "jenis_jabatan", "unit_kerja_id", "atasan_id", "is_active", "jenjang", "tmt_jabatan",
                "karpeg", "tempat_lahir", "tmt_pangkat", "pak_angka_kredit", "pak_nomor", "pak_tanggal", "pak_sampai",
                "pendelegasian_nomor", "pendelegasian_tanggal",
            ],
            IsAddedTold = true, About = Of(ChangeSubjects.Pegawai),
        },
        new("penugasan") { Told = ["ended_at"], IsAddedTold = true, About = Of(ChangeSubjects.Penugasan) },
        new("periods")
        {
            Told = ["nama", "mulai", "selesai", "method", "method_reason", "is_open", "kala", "asks_pengesahan"], IsAddedTold = true,
            About = Of(ChangeSubjects.Periode),
        },
        new("plans") { HasTableOfItsOwn = true },
        new("plan_history") { Time = "at" },
        new("plan_notes") { Time = "at" },
        new("plan_versions") { Time = "opened_at" },
        new("scans") { Time = "added_at" },
        new("schema_migrations") { Time = "applied_at" },
        new("seals") { Time = "made_at" },
        new("setting_changes") { IsAddedTold = true, Time = "at", About = Of(ChangeSubjects.Setelan, "'0'") },
        new("signing_authorities")
        {
            Told = ["locked_key", "is_shared"], IsAddedTold = true, IsAskedLate = true, Time = "made_at",
            About = Of(ChangeSubjects.Otoritas),
        },
        new("signing_certificates")
        {
            // Another passphrase locks the same key anew.
            Free = ["locked_key"],
            Once = OfCertificate,
            Told = OfCertificate,
            About = Of(ChangeSubjects.Sertifikat, "(select s.pegawai_id::text from signing_certificates s where s.id = l.key::bigint)"),
            IsAddedTold = true,
            IsAskedLate = true,
            Time = "requested_at",
            LaterTimes = ["issued_at", "ended_at"],
        },
        new("signing_lists") { Time = "made_at" },
        new("unit_kerja")
        {
            Told = ["kode", "nama", "induk_id", "is_active"], IsAddedTold = true, About = Of(ChangeSubjects.UnitKerja),
        },
    ];
}
