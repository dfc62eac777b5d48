namespace SopKinerja.Web.Integrity;

/// <summary>What the ledger may say of the rows of one kept table: a column that stands in none of these never changes. Dossiers and plans
/// have tables of their own in the database (sop_columns, plan_moves), which their guards read too.</summary>
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

    /// <summary>The row's own time of its making, which is that of the ledger; null where it has none.</summary>
    public string? Time { get; private init; }

    public string[] Changing => [.. Free, .. Told, .. Once];

    public static readonly IReadOnlyList<LineRule> All =
    [
        new("accounts")
        {
            // The rights among them have a name of their own in the ledger, and are asked of all its lines (LedgerCheck).
            Told =
            [
                "nama", "offices", "is_active", "must_change_password", "user_name", "normalized_user_name", "email", "normalized_email",
                "email_confirmed", "password_hash", "security_stamp", "phone_number", "phone_number_confirmed", "two_factor_enabled",
                "lockout_enabled", "reset_at", "reset_by", "confirm_code", "confirmed_at", "confirmed_by",
            ],
        },
        new("account_claims") { Told = ["claim_type", "claim_value"], IsAddedTold = true, MayGo = true },
        new("account_logins") { Told = ["provider_display_name"], IsAddedTold = true, MayGo = true },
        // A recovery code is used up by signing in.
        new("account_tokens") { Free = ["value"], MayGo = true },
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
        new("bsre_identities") { Told = ["locked_nik", "entered_at"], IsAddedTold = true, MayGo = true },
        new("capaian_unit") { Time = "at" },
        new("changes") { Time = "at" },
        new("copies") { Time = "made_at" },
        new("corrections") { Once = ["answered_at", "answered_by", "is_done", "answer"], Time = "asked_at" },
        new("documents") { Time = "drawn_at" },
        new("dossiers") { HasTableOfItsOwn = true },
        new("dossier_versions") { Time = "at" },
        new("history") { Time = "at" },
        new("holidays") { Told = ["nama"], IsAddedTold = true, MayGo = true },
        new("keadaan_pegawai")
        {
            Told = ["period_id", "jenis", "mulai", "selesai", "uraian", "nomor_surat", "jenjang"], IsAddedTold = true, MayGo = true,
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
            IsAddedTold = true,
        },
        new("penugasan") { Told = ["ended_at"], IsAddedTold = true },
        new("periods")
        {
            Told = ["nama", "mulai", "selesai", "method", "method_reason", "is_open", "kala", "asks_pengesahan"], IsAddedTold = true,
        },
        new("plans") { HasTableOfItsOwn = true },
        new("plan_history") { Time = "at" },
        new("plan_notes") { Time = "at" },
        new("plan_versions") { Time = "opened_at" },
        new("scans") { Time = "added_at" },
        new("schema_migrations") { Time = "applied_at" },
        new("seals") { Time = "made_at" },
        new("setting_changes") { IsAddedTold = true, Time = "at" },
        new("signing_authorities") { Told = ["locked_key", "is_shared"], Time = "made_at" },
        new("signing_certificates")
        {
            // Another passphrase locks the same key anew.
            Free = ["locked_key"],
            Once =
            [
                "authority_id", "certificate", "serial", "sha256", "not_after", "issued_at", "issued_by", "ended_at", "end_reason",
                "ended_by", "untrusted_from",
            ],
            Time = "requested_at",
        },
        new("signing_lists") { Time = "made_at" },
        new("unit_kerja") { Told = ["kode", "nama", "induk_id", "is_active"], IsAddedTold = true },
    ];
}
