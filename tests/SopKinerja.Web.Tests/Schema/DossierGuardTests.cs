using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Schema;

/// <summary>Each part of a dossier is fixed past the step that wrote it, and each exception from that holds for its own case alone. Where the
/// play does not come by itself, the triggers are off for one statement.</summary>
public sealed class DossierGuardTests(DossierGuardTests.World world) : IClassFixture<DossierGuardTests.World>
{
    private const string Fixed = "SK001";

    /// <summary>Where the dossier is put, what is then changed, and the code of the refusal.</summary>
    public static TheoryData<Step, string?, string, string> Changes => new()
    {
        // The rated person, period and regulation, at any step.
        { Step.Collect, null, "asn_id = (select id from pegawai where nama = 'Rusmini')", Fixed },
        // The parties follow the register until there is a result, and not together with a move.
        { Step.Collect, null, "step = 2, atasan_langsung_id = (select id from pegawai where nama = 'Rusmini')", Fixed },
        { Step.Sign, "outcome = null", "atasan_langsung_id = (select id from pegawai where nama = 'Rusmini')", Fixed },
        { Step.Validate, "outcome = '{}'", "atasan_langsung_id = (select id from pegawai where nama = 'Rusmini')", Fixed },
        { Step.Collect, null, "step = 2, unit_kerja_id = unit_kerja_id % 5 + 1", Fixed },
        { Step.Sign, "outcome = null", "unit_kerja_id = unit_kerja_id % 5 + 1", Fixed },
        { Step.Validate, "outcome = '{}'", "unit_kerja_id = unit_kerja_id % 5 + 1", Fixed },
        // The result: set anew by a decision, taken away by a refused pengesahan, each time with the old one beside it.
        { Step.Sign, "replaced = jsonb_build_object('Outcome', outcome)", "outcome = '{\"x\": 1}'", Fixed },
        { Step.Sign, "replaced = jsonb_build_object('Outcome', outcome)", "outcome = null", Fixed },
        { Step.Sign, "substep = 3, replaced = jsonb_build_object('Outcome', outcome)", "step = 4, substep = 0, outcome = '{\"x\": 1}'", Fixed },
        { Step.Sign, "substep = 2, keberatan = '{}', replaced = null", "substep = 0, outcome = '{\"x\": 1}'", Fixed },
        // The objection: withdrawn as a whole, answered at 5a, decided at 5b, and never twice.
        { Step.Sign, "substep = 1, keberatan = '{\"Reasons\": \"a\"}'", "substep = 0, keberatan = '{\"Reasons\": \"b\"}'", Fixed },
        { Step.Sign, "keberatan = '{\"Reasons\": \"a\"}'", "keberatan = null", Fixed },
        { Step.Sign, "substep = 2, keberatan = '{\"Tanggapan\": 1}'", "substep = 0, keberatan = null", Fixed },
        { Step.Sign, "substep = 2, keberatan = '{\"Tanggapan\": 1}'", "keberatan = '{\"Tanggapan\": 2}'", Fixed },
        { Step.Sign, "substep = 2, keberatan = '{\"Keputusan\": 1}'", "keberatan = '{\"Keputusan\": 2}'", Fixed },
        { Step.Sign, "keberatan = '{}'", "keberatan = '{\"Tanggapan\": 1}'", Fixed },
        { Step.Sign, "substep = 1, keberatan = '{}'", "keberatan = '{\"Keputusan\": 1}'", Fixed },
        // The days to object, once they run.
        { Step.Duplicate, "result_receipt = null, last_day_to_object = null", "result_receipt = '{\"x\": 1}'", Fixed },
        { Step.Sign, "result_receipt = '{\"x\": 1}', last_day_to_object = null", "result_receipt = '{\"x\": 2}'", Fixed },
        { Step.Sign, "result_receipt = null, last_day_to_object = '2026-01-01'", "last_day_to_object = '2026-02-01'", Fixed },
        // What step 1 took in and step 2 ticked.
        { Step.Check, null, "receipt = '{\"Date\": \"2026-01-01\"}'", Fixed },
        { Step.Check, null, "evidence = '[]'", Fixed },
        { Step.Input, null, "checklist = '{\"General\": []}'", Fixed },
        { Step.Input, null, "checklist = null", Fixed },
        { Step.Input, null, "step = 1, checklist = '{\"General\": [true]}'", Fixed },
        // What a column changes to, where it may change.
        { Step.Check, null, "acts = acts - 1", Fixed },
        { Step.Collect, "receipt = '{\"x\": 1}'", "receipt = null", Fixed },
        { Step.Archive, "archive_record = '{\"x\": 1}'", "archive_record = null", Fixed },
        { Step.Collect, null, "parties = jsonb_set(parties, '{Asn,PegawaiId}', '999')", Fixed },
        { Step.Collect, null, "parties = jsonb_set(parties, '{AtasanLangsung,PegawaiId}', '999')", Fixed },
        { Step.Collect, null, "parties = jsonb_set(parties, '{AtasanPejabatPenilai,PegawaiId}', '999')", Fixed },
        { Step.Collect, null, "parties = jsonb_set(parties, '{PejabatLebihTinggi}', '{\"PegawaiId\": 999}')", Fixed },
        { Step.Validate, null, $"{Issued()}, step = 5", "SK002" },
        { Step.Validate, null, "outcome = '{}', step = 5", "SK002" },
        { Step.Validate, null, $"{Issued(code: "null")}, outcome = '{{}}', step = 5", Fixed },
        { Step.Validate, null, $"{Issued(mode: "null")}, outcome = '{{}}', step = 5", Fixed },
        { Step.Sign, "substep = 5, penetapan_ground = '{\"x\": 1}'", $"{Issued(code: "verification_code")}, step = 6, substep = 0", Fixed },
        { Step.Sign, "substep = 2", $"{Issued()}, substep = 0, {Replaced("9", "verification_code", "outcome")}", Fixed },
        { Step.Sign, "substep = 2", $"{Issued()}, substep = 0, {Replaced("document_version", "'0123456789AB'", "outcome")}", Fixed },
        { Step.Sign, "substep = 2", $"{Issued()}, substep = 0, {Replaced("document_version", "verification_code", "'1'::jsonb")}", Fixed },
        { Step.Sign, null, "keberatan = '{\"Reasons\": \"a\"}'", Fixed },
        { Step.Sign, "substep = 1, keberatan = null", "keberatan = '{\"Reasons\": \"a\"}'", Fixed },
        { Step.Sign, "substep = 1, keberatan = '{}'", "keberatan = '{\"Tanggapan\": 1}'", Fixed },
        { Step.Sign, "substep = 2, keberatan = '{}'", "keberatan = '{\"Keputusan\": 1}'", Fixed },
        { Step.Sign, "penetapan_ground = null", "substep = 5", Fixed },
        { Step.Sign, "substep = 5, penetapan_ground = '{\"x\": 1}'", "substep = 0", Fixed },
        { Step.Sign, Undelivered, "last_day_to_object = '2026-12-01'", Fixed },
        { Step.Sign, Undelivered, Delivered("2026-11-02", "2026-11-15"), Fixed },
        { Step.Sign, Undelivered, Delivered("2026-11-02", "2027-11-16"), Fixed },
        { Step.Sign, Undelivered, Delivered("2026-11-03", "2026-11-17"), Fixed },
        // Where it stands, and since when.
        { Step.Input, null, "step_since = (select min(h.at) - interval '0' from history h where h.dossier_id = dossiers.id)", "SK003" },
        { Step.Input, null, "step_since = step_since - interval '9 days'", "SK003" },
        { Step.Archive, null, "closed_at = now(), archive_record = '{}'", "SK003" },
    };

    // As an approval, a decision or a penetapan does, with a code that no other has.
    private static string Issued(string code = "'ZZZZZZZZZZZ0'", string mode = "'Account'") =>
        $"document_version = document_version + 1, signing_mode = {mode}, asks_pengesahan = false, verification_code = {code}";

    private const string Undelivered = "result_receipt = null, last_day_to_object = null";

    private static string Replaced(string version, string code, string outcome) =>
        $"replaced = jsonb_build_object('Version', {version}, 'VerificationCode', {code}, 'Outcome', {outcome}, 'Why', 'Decided')";

    /// <summary>Recorded on 2 November 2026.</summary>
    private static string Delivered(string day, string last) =>
        $"result_receipt = '{{\"Date\": \"{day}\", \"At\": \"2026-11-02T04:00:00+00:00\"}}', last_day_to_object = '{last}'";

    [Fact]
    public async Task The_days_to_object_begin_with_the_day_of_the_receipt()
    {
        var put = $"""
            alter table dossiers disable trigger user; update dossiers set {Undelivered} where id = {world.At[Step.Sign]};
            alter table dossiers enable trigger user;
            """;
        Assert.Null(await world.RefusedAsync($"""
            {put} update dossiers set {Delivered("2026-11-02", "2026-11-16")} where id = {world.At[Step.Sign]}
            """));
    }

    /// <summary>What is added in rows of its own, and the code of the refusal.</summary>
    public static TheoryData<Step, string, string> Added => new()
    {
        { Step.Sign, Copy("1"), Fixed },
        { Step.Archive, Copy("9"), Fixed },
        { Step.Duplicate, Copy("9"), "SK002" },
        { Step.Archive, "insert into scans (dossier_id, no, version, content_type, size, sha256, match, added_by, added_at) "
            + "values ({0}, 1, 1, 'image/png', 1, repeat('0', 64), 'Qr', 'a', now())", Fixed },
        { Step.Check, Evidence, Fixed },
        { Step.Validate, Evidence, Fixed },
        { Step.Duplicate, Evidence, Fixed },
        { Step.Check, Attempt("20"), Fixed },
        { Step.Sign, Attempt("40"), Fixed },
        { Step.Archive, Attempt("70"), Fixed },
        // No move drew it, another did, or it is of another version.
        { Step.Sign, Document("Final", "now()", "1"), "SK002" },
        { Step.Sign, Document("Final", "(select max(at) from history where dossier_id = {0})", "1"), "SK002" },
        { Step.Duplicate, Document("Ratified", "(select max(at) from history where dossier_id = {0})", "1"), "SK002" },
        { Step.Duplicate, Document("Final", "(select max(at) from history where dossier_id = {0})", "2"), "SK002" },
        { Step.Input, "insert into dossier_versions (dossier_id, \"from\", \"to\", at, sheet) "
            + "select {0}, 2, 3, step_since, '{}' from dossiers where id = {0}", Fixed },
        { Step.Collect, """
            insert into history (dossier_id, no, actor_id, actor_nama, capacity, move, "from", "to", at)
            select {0}, max(no) + 1, (select pegawai_id from accounts where user_name = 'juru'), 'x', 'Analis', 'Worked', 1, 1, now()
            from history where dossier_id = {0}
            """, "SK004" },
    };

    [Theory]
    [MemberData(nameof(Added))]
    public async Task A_part_is_added_at_its_stage_alone(Step at, string sql, string code) => Assert.Equal(
        code, await world.RefusedAsync(sql.Replace("{0}", $"{world.At[at]}", StringComparison.Ordinal)));

    [Fact]
    public async Task A_copy_is_made_at_its_step() => Assert.Null(await world.RefusedAsync(
        $"delete from form_acts; {Copy("1").Replace("{0}", $"{world.At[Step.Duplicate]}", StringComparison.Ordinal)}"));

    private const string Evidence = "insert into evidence_contents (key, dossier_id, bytes) values ('x', {0}, '\\x01')";

    private static string Copy(string no) => $"insert into copies (dossier_id, no, for_whom, made_by, made_at) values ({{0}}, {no}, 'a', 'a', now())";

    private static string Attempt(string stage) => $$"""
        insert into bsre_attempts (dossier_id, stage, signer_id, signer_nama, verification_code, sheet_sha256, sent_sha256, sent, dispatched_at)
        values ({0}, {{stage}}, 1, 'a', '0123456789AB', repeat('0', 64), encode(sha256('\x01'), 'hex'), '\x01', now())
        """;

    private static string Document(string kind, string drawnAt, string version) => $"""
        insert into documents (dossier_id, kind, sha256, size, drawn_at, version) values ({"{0}"}, '{kind}', repeat('0', 64), 1, {drawnAt}, {version})
        """;

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_a_step_wrote_is_fixed(Step at, string? put, string change, string code)
    {
        var id = world.At[at];
        var first = put is null ? "" : $"""
            alter table dossiers disable trigger user; update dossiers set {put} where id = {id}; alter table dossiers enable trigger user;
            """;
        Assert.Equal(code, await world.RefusedAsync($"{first} update dossiers set {change} where id = {id}"));
    }

    [Theory]
    [InlineData("{\"closed_at\": \"2026-01-01\", \"archive_record\": {}}")]
    [InlineData("{\"outcome\": {}}")]
    [InlineData("{\"document_version\": 1}")]
    [InlineData("{\"step\": 2}")]
    public async Task A_dossier_begins_with_nothing_but_its_plan(string with) => Assert.Equal("SK002", await world.RefusedAsync($"""
        do $$ declare cols text; begin
            select string_agg(quote_ident(attname), ', ') into cols from pg_attribute
                where attrelid = 'dossiers'::regclass and attnum > 0 and not attisdropped and attgenerated = '';
            execute format('insert into dossiers (%1$s) select %1$s from jsonb_populate_record(null::dossiers, (select to_jsonb(d) || $1 '
                'from dossiers d where id = {world.At[Step.Collect]}))', cols) using '{with}'::jsonb || '{"{\"id\": 99999}"}';
        end $$
        """));

    [Fact]
    public async Task A_dossier_without_a_history_goes_nowhere() => Assert.Equal("SK003", await world.RefusedAsync($"""
        alter table history disable trigger user; delete from history where dossier_id = {world.At[Step.Collect]};
        alter table history enable trigger user; update dossiers set acts = acts + 1 where id = {world.At[Step.Collect]}
        """));

    [Fact]
    public async Task Only_the_first_line_opens_and_none_is_much_older_than_the_one_before()
    {
        string Line(string move, string capacity, string at) => $"""
            insert into history (dossier_id, no, actor_id, actor_nama, capacity, move, "from", "to", at)
            select {world.At[Step.Collect]}, max(no) + 1, {world.People["analis"].PegawaiId}, 'x', '{capacity}', '{move}', 1, 1, max(at) {at}
            from history where dossier_id = {world.At[Step.Collect]}
            """;
        Assert.Equal("SK002", await world.RefusedAsync(Line("Opened", "Analis", "")));
        Assert.Equal("SK002", await world.RefusedAsync(Line("Worked", "Analis", "- interval '2 days'")));
        Assert.Null(await world.RefusedAsync(Line("Worked", "Analis", "+ interval '1 minute'")));
    }

    [Fact]
    public async Task An_account_stays_that_of_its_person()
    {
        Assert.Equal(Fixed, await world.RefusedAsync(
            "update accounts set pegawai_id = (select id from pegawai where nama = 'H. Akhmad Fauzan, S.H.') where user_name = 'juru'"));
        Assert.Null(await world.RefusedAsync("update accounts set nama = nama where user_name = 'juru'"));
    }

    [Fact]
    public async Task Nothing_is_added_to_the_documents_of_a_closed_dossier() => Assert.Equal(Fixed, await world.RefusedAsync($"""
        alter table dossiers disable trigger user;
        update dossiers set closed_at = now(), archive_record = '{"{}"}' where id = {world.At[Step.Archive]};
        alter table dossiers enable trigger user;
        insert into documents (dossier_id, kind, sha256, size, drawn_at, version)
            values ({world.At[Step.Archive]}, 'Ratified', repeat('0', 64), 1, now(), 1)
        """));

    [Fact]
    public async Task A_period_keeps_its_days_once_something_is_measured_or_set_in_it()
    {
        Assert.Equal(Fixed, await world.RefusedAsync($"update periods set selesai = selesai - 1 where id = {world.Period.Id}"));
        var other = $"update periods set selesai = selesai - 1 where id = {world.Kinerja.Id}";
        Assert.Null(await world.RefusedAsync(other));
        Assert.Equal(Fixed, await world.RefusedAsync($"""
            alter table capaian_unit disable trigger user;
            insert into capaian_unit (unit_kerja_id, period_id, bagian, no, capaian, sumber, tanggal_sumber, set_by_id, set_by_nama, sebagai, at)
                values (1, {world.Kinerja.Id}, 0, 1, 'Baik', 'LKjIP', '2026-01-01', 1, 'a', 'a', now());
            alter table capaian_unit enable trigger user; {other}
            """));
    }

    [Fact]
    public async Task A_plan_is_written_by_its_owner_or_an_analis()
    {
        string Line(string who) => $"""
            insert into plan_history (plan_id, no, actor_id, actor_nama, move, "to", at)
            select p.id, max(h.no) + 1, {world.People[who].PegawaiId}, 'x', 'Written', 'Draft', now()
            from plans p join plan_history h on h.plan_id = p.id where p.state = 'Draft' group by p.id
            """;
        Assert.Equal("SK004", await world.RefusedAsync(Line("kabiddag")));
        // What then still lacks is the change of the plan itself.
        Assert.Null(await world.RefusedAsync(Line("analis"), "SK003"));
    }

    /// <summary>By its guard, or because another table refers to it.</summary>
    [Fact]
    public async Task No_kept_table_is_emptied()
    {
        string[] besides = ["document_contents", "scan_contents", "evidence_contents", "sop_moves", "sop_not_also", "method_asn", "sop_columns", "plan_moves", "ledger",
            "ledger_heads"];
        foreach (var table in Web.Integrity.KeptTable.All.Select(t => t.Name).Concat(besides).Distinct())
        {
            var code = await world.RefusedAsync($"truncate {table}");
            Assert.True(code is Fixed or "0A000", $"{table}: {code}");
        }
    }

    public sealed class World : SopSite
    {
        public Dictionary<Step, long> At { get; private set; } = [];

        protected override async Task FoundAsync()
        {
            await base.FoundAsync();
            (Step, string)[] cast =
            [
                (Step.Collect, "bendahara"), (Step.Check, "arsiparis"), (Step.Input, "penyuluh"), (Step.Validate, "pelaksanakop"),
                (Step.Sign, "penggerak"), (Step.Duplicate, "penyuluhind"), (Step.Archive, "pelaksanaind"),
            ];
            foreach (var (step, person) in cast)
            {
                At[step] = await DossierAtAsync(step, person);
            }

            await PlayAsync(play => play.DraftPlanAsync("kabidkop", Period));
        }

        protected override void Recall(SopSite founder)
        {
            base.Recall(founder);
            At = ((World)founder).At;
        }
    }
}
