using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Schema;

/// <summary>What the database refuses by itself, asked in SQL behind the program's back.</summary>
public sealed class GuardTests(SopSite site) : IClassFixture<SopSite>, IAsyncLifetime
{
    private const string Final = "SK001";
    private const string OutOfOrder = "SK002";
    private const string NoHistory = "SK003";
    private const string WrongPerson = "SK004";
    private const string WrongHash = "SK005";
    private const string Circle = "SK006";

    private static readonly SemaphoreSlim Once = new(1);
    private static readonly Dictionary<Step, long> At = [];
    private static long _closed;

    public async Task InitializeAsync()
    {
        await Once.WaitAsync();
        try
        {
            if (At.Count == 0)
            {
                (Step, string)[] cast =
                [
                    (Step.Collect, "bendahara"), (Step.Check, "arsiparis"), (Step.Input, "penyuluh"), (Step.Validate, "pelaksanakop"),
                    (Step.Sign, "penggerak"), (Step.Duplicate, "penyuluhind"), (Step.Archive, "pelaksanaind"),
                ];
                foreach (var (step, person) in cast)
                {
                    At[step] = await site.PlayAsync(async play =>
                    {
                        var plan = await play.AgreedPlanAsync(person, site.Period);
                        await play.NoteAsync(plan, site.Period, new(2026, 3, 2), "Melayani tamu dengan ramah.");
                        var dossier = await play.OpenAsync(plan);
                        await play.BringToAsync(dossier, step);
                        return dossier.Id;
                    });
                }

                _closed = await site.PlayAsync(async play =>
                {
                    var dossier = await play.DossierAtAsync(Step.Archive, "penera", site.Period);
                    await play.PerformAsync(dossier);
                    return dossier.Id;
                });
            }
        }
        finally
        {
            Once.Release();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("update history set reason = 'lain'")]
    [InlineData("delete from history")]
    [InlineData("truncate history cascade")]
    [InlineData("update documents set sha256 = repeat('0', 64)")]
    [InlineData("delete from documents")]
    [InlineData("update document_contents set bytes = 'x'")]
    [InlineData("delete from document_contents")]
    [InlineData("truncate document_contents")]
    [InlineData("update copies set for_whom = 'lain'")]
    [InlineData("delete from copies")]
    [InlineData("delete from dossiers")]
    [InlineData("update dossier_versions set sheet = '{}'")]
    [InlineData("delete from dossier_versions")]
    [InlineData("update evidence_contents set bytes = 'x'")]
    [InlineData("update plan_notes set text = 'lain'")]
    [InlineData("update plan_notes set date = date - 1")]
    [InlineData("delete from plan_notes")]
    [InlineData("truncate plan_notes")]
    public async Task A_record_that_is_final_stays(string sql) => Assert.Equal(Final, await RefusedAsync(sql));

    [Theory]
    [InlineData("update pegawai set jenjang = 'Ahli Muda' where jenis_jabatan = 'Pelaksana'")]
    [InlineData("update pegawai set jenis_jabatan = 'Pelaksana' where jenjang is not null")]
    [InlineData("update pegawai set jenjang = 'Ahli Super' where jenis_jabatan = 'Fungsional'")]
    public async Task A_jenjang_is_one_of_the_list_and_only_of_a_jabatan_fungsional(string sql) =>
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync(sql));

    [Theory]
    [InlineData("'Pensiun', '2026-06-01', '2026-07-01'")]
    [InlineData("'Cuti', '2026-06-01', null")]
    [InlineData("'Menghilang', '2026-06-01', '2026-07-01'")]
    public async Task A_state_is_one_of_the_list_and_ends_unless_it_is_for_good(string state)
    {
        string Insert(string values) => "insert into keadaan_pegawai (period_id, pegawai_id, jenis, mulai, selesai, uraian) values "
            + $"({site.Period.Id}, {Person("penera")}, {values}, 'uraian')";
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync(Insert(state)));
        Assert.Null(await RefusedAsync(Insert("'Pensiun', '2026-06-01', null")));
        Assert.Null(await RefusedAsync(Insert("'CutiDiLuarTanggungan', '2026-06-01', '2026-07-01'")));
    }

    [Fact]
    public async Task A_delegation_has_a_number_and_a_date()
    {
        Assert.Equal(PostgresErrorCodes.CheckViolation,
            await RefusedAsync($"update pegawai set pendelegasian_nomor = '800/1' where id = {Person("penera")}"));
        Assert.Null(await RefusedAsync(
            $"update pegawai set pendelegasian_nomor = '800/1', pendelegasian_tanggal = '2026-01-02' where id = {Person("penera")}"));
    }

    [Fact]
    public async Task Only_someone_whose_study_is_recorded_is_rated_by_it_and_the_record_stays()
    {
        const string Study = """'{"TugasBelajar": {"NilaiSkp": 80}}'::jsonb""";
        var dossier = At[Step.Validate];
        var rated = $"update dossiers set sheet = sheet || {Study} where id = {dossier}";
        var planned = $"update plans set content = content || {Study}, lines = lines + 1 where id = (select id from plans where state = 'Draft' limit 1)";
        var record = "insert into keadaan_pegawai (period_id, pegawai_id, jenis, mulai, selesai, uraian) "
            + $"select period_id, asn_id, 'TugasBelajar', '2026-01-01', '2026-12-31', 'ULM' from dossiers where id = {dossier}";
        var strike = $"delete from keadaan_pegawai where pegawai_id = (select asn_id from dossiers where id = {dossier})";

        await site.PlayAsync(play => play.DraftPlanAsync("kabidkop", site.Period));
        Assert.Equal(OutOfOrder, await RefusedAsync(rated));
        Assert.Equal(OutOfOrder, await RefusedAsync(planned));
        Assert.Null(await RefusedAsync($"update dossiers set sheet = sheet || '{{\"TugasBelajar\": null}}' where id = {dossier}"));
        Assert.Null(await RefusedAsync($"{record}; {rated}"));
        Assert.Equal("SK008", await RefusedAsync($"{record}; {rated}; {strike}"));
        Assert.Equal("SK008", await RefusedAsync(
            $"{record}; {rated}; update keadaan_pegawai set jenis = 'Cuti' where jenis = 'TugasBelajar'"));
        Assert.Null(await RefusedAsync($"{record}; {rated}; update keadaan_pegawai set uraian = 'UGM' where jenis = 'TugasBelajar'"));
        Assert.Null(await RefusedAsync($"{record}; {strike}"));
        var later = record.Replace("2026-", "2027-", StringComparison.Ordinal);
        Assert.Null(await RefusedAsync($"{record}; {later}; {rated}; delete from keadaan_pegawai where id = (select max(id) from keadaan_pegawai)"));
    }

    [Fact]
    public async Task A_line_of_the_change_log_stays()
    {
        await RunAsync("insert into changes (at, actor_nama, account_id, subject, subject_id, subject_nama, sentence) values (now(), 'a', "
            + "1, 'Unit kerja', 1, 'b', 'c')");

        Assert.Equal(Final, await RefusedAsync("update changes set sentence = 'd'"));
        Assert.Equal(Final, await RefusedAsync("delete from changes"));
    }

    [Fact]
    public async Task Nothing_in_an_archived_dossier_changes()
    {
        Assert.Equal(Final, await RefusedAsync($"update dossiers set receipt = '{{}}' where id = {_closed}"));
        Assert.Equal(Final, await RefusedAsync($"update dossiers set closed_at = null where id = {_closed}"));
        Assert.Equal(Final, await RefusedAsync($"insert into copies (dossier_id, no, for_whom, made_by, made_at) values ({_closed}, 9, "
            + "'a', 'b', now())"));
        Assert.Equal(Final, await RefusedAsync($"delete from evidence_contents where dossier_id = {_closed}"));
        Assert.Equal(OutOfOrder, await RefusedAsync(Line(_closed, "penera", "Asn", "Completed", 5, 6)));
    }

    [Fact]
    public async Task Figures_are_fixed_once_they_were_approved()
    {
        Assert.Equal(Final, await RefusedAsync($"update dossiers set outcome = '{{\"Nilai\": 100, \"Sebutan\": \"Sangat Baik\"}}' where id "
            + $"= {At[Step.Sign]}"));
        Assert.Equal(Final, await RefusedAsync($"update dossiers set sheet = '{{}}' where id = {At[Step.Sign]}"));
        Assert.Equal(Final, await RefusedAsync($"update dossiers set sheet = sheet || '{{\"KondisiPenyebab\": \"Banjir\"}}' where id = "
            + $"{At[Step.Sign]}"));
        Assert.Equal(
            Final, await RefusedAsync($"update dossiers set parties = '{{\"Asn\": {{\"Nama\": \"x\"}}}}' where id = {At[Step.Sign]}"));
        Assert.Equal(
            Final, await RefusedAsync($"update dossiers set atasan_langsung_id = {Person("kadis")} where id = {At[Step.Duplicate]}"));
        // Before, they follow the register, each time with a line.
        Assert.Equal(
            NoHistory, await RefusedAsync($"update dossiers set parties = jsonb_set(parties, '{{Asn,Jabatan}}', '\"x\"') where id = {At[Step.Input]}"));
        Assert.Equal(
            Final, await RefusedAsync($"update dossiers set atasan_langsung_id = {Person("kabiddag")} where id = {At[Step.Validate]}"));
        var followed = $"update dossiers set atasan_langsung_id = {Person("kabiddag")}, "
            + $"parties = jsonb_set(parties, '{{AtasanLangsung,PegawaiId}}', '{Person("kabiddag")}') where id = {At[Step.Validate]}";
        Assert.Equal(NoHistory, await RefusedAsync(followed));
        Assert.Null(await RefusedAsync($"{followed}; {Line(At[Step.Validate], null, null, "Followed", 4, 4)}"));
    }

    [Fact]
    public async Task Every_move_outside_the_order_is_refused_and_the_table_says_the_same()
    {
        for (var from = 1; from <= 7; from++)
        {
            for (var to = 1; to <= 7; to++)
            {
                var row = SopTable.Row((Step)from);
                var allowed = to == from || to == from + 1 || (Step)to == row.BackTo;
                // A move that is in order still lacks its line in the history, and an approval its result before.
                Assert.Equal(
                    allowed && (from, to) != (4, 5) ? (to == from ? null : NoHistory) : OutOfOrder,
                    await RefusedAsync($"update dossiers set step = {to} where id = {At[(Step)from]}"));
            }
        }
    }

    [Fact]
    public async Task The_rows_in_the_database_are_those_of_the_table()
    {
        Assert.Equal(
            SopTable.Moves.SelectMany(m => m.By.Count == 0
                ? [$"{m.From} {m.Move} {m.To}  {m.IsAct}"]
                : m.By.Select(role => $"{m.From} {m.Move} {m.To} {role} {m.IsAct}")).Order(StringComparer.Ordinal),
            (await site.AskAsync(db => db.Database.SqlQuery<string>($"""
                select concat_ws(' ', from_stage, move, to_stage, coalesce(performer, ''), initcap(is_act::text)) as "Value" from sop_moves
                """).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal(
            SopTable.All.SelectMany(r => r.NotAlso.Select(role => $"{r.Stage} {role}")).Order(StringComparer.Ordinal),
            (await site.AskAsync(db => db.Database.SqlQuery<string>(
                $"""select concat_ws(' ', stage, role) as "Value" from sop_not_also""").ToListAsync())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_dossier_is_given_up_by_its_performer_until_approval()
    {
        string Cancelled(long id, string who, string capacity, int step) =>
            $"{Line(id, who, capacity, "Cancelled", step, step).Replace("to_substep, at)", "to_substep, at, reason)", StringComparison.Ordinal)
                .Replace("now()", "now(), 'Dibuka keliru.'", StringComparison.Ordinal)}; "
            + $"update dossiers set cancelled_at = now() where id = {id}";

        Assert.Null(await RefusedAsync(Cancelled(At[Step.Input], "kasubbag", "Kasubbag", 3)));
        Assert.Equal(WrongPerson, await RefusedAsync(Cancelled(At[Step.Input], "analis", "Analis", 3)));
        Assert.Equal(OutOfOrder, await RefusedAsync(Cancelled(At[Step.Sign], "kasubbag", "Kasubbag", 5)));
        Assert.Equal(NoHistory, await RefusedAsync($"update dossiers set cancelled_at = now() where id = {At[Step.Input]}"));
        Assert.Equal(NoHistory, await RefusedAsync(
            Cancelled(At[Step.Input], "kasubbag", "Kasubbag", 3).Split("; update", 2)[0]));
        Assert.Equal("23514", await RefusedAsync(
            Cancelled(At[Step.Input], "kasubbag", "Kasubbag", 3).Replace("Dibuka keliru.", " ", StringComparison.Ordinal)));
        Assert.Equal(Final, await RefusedAsync(
            $"{Cancelled(At[Step.Input], "kasubbag", "Kasubbag", 3)}; update dossiers set acts = acts + 1 where id = {At[Step.Input]}"));
        Assert.Equal(Final, await RefusedAsync(
            $"{Cancelled(At[Step.Input], "kasubbag", "Kasubbag", 3)}; update dossiers set cancelled_at = null where id = {At[Step.Input]}"));
        Assert.Equal(OutOfOrder, await RefusedAsync(
            $"{Cancelled(At[Step.Input], "kasubbag", "Kasubbag", 3)}; {Line(At[Step.Input], "analis", "Analis", "Worked", 3, 3)}"));
    }

    [Theory]
    [InlineData("update sop_moves set performer = 'Analis'")]
    [InlineData("insert into sop_moves values (50, 'Completed', 70, 'Asn', false)")]
    [InlineData("insert into sop_not_also values (70, 'Asn')")]
    [InlineData("delete from sop_not_also")]
    [InlineData("truncate sop_moves")]
    public async Task Only_a_migration_changes_the_SOP(string sql) => Assert.Equal(Final, await RefusedAsync(sql));

    [Theory]
    [InlineData("update pegawai set pak_nomor = '800/1' where nip = '196911231994032006'")]
    [InlineData("update pegawai set pak_angka_kredit = -1, pak_nomor = '800/1', pak_tanggal = now(), pak_sampai = now() where nip = '196911231994032006'")]
    [InlineData("insert into keadaan_pegawai (period_id, pegawai_id, jenis, mulai, selesai, uraian, jenjang) select p.id, g.id, 'Cuti', p.mulai, p.mulai, 'Cuti', 'Mahir' from periods p, pegawai g limit 1")]
    public async Task A_PAK_is_whole_and_only_a_move_leaves_a_jenjang(string sql) => Assert.Equal("23514", await RefusedAsync(sql));

    [Fact]
    public async Task The_guards_read_the_rows_and_know_nothing_of_their_own()
    {
        const string Open = "alter table sop_moves disable trigger fixed; alter table sop_not_also disable trigger fixed";
        var line = Line(At[Step.Check], "kasubbag", "Kasubbag", "Completed", 2, 3);

        Assert.Null(await RefusedAsync(line, NoHistory));
        Assert.Equal(WrongPerson, await RefusedAsync($"{Open}; update sop_moves set performer = 'Sekretaris' where from_stage = 20; {line}"));
        Assert.Equal(WrongPerson, await RefusedAsync(
            $"{Open}; insert into sop_not_also values (20, 'Sekretaris'); update sop_moves set performer = 'Sekretaris' where move = 'Worked' and "
            + $"from_stage = 20; {Line(At[Step.Check], "sekretaris", "Sekretaris", "Worked", 2, 2)}; "
            + Line(At[Step.Check], "sekretaris", "Kasubbag", "Completed", 2, 3)));
    }

    [Fact]
    public async Task An_objection_is_left_only_by_its_answer_and_its_decision_and_by_nobody_else()
    {
        var id = await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Sign, "pelaksanadag", site.Period);
            await play.ObjectAsync(dossier, "Nilai kualitas tidak sesuai bukti.");
            return dossier.Id;
        });

        Assert.Equal(OutOfOrder, await RefusedAsync($"update dossiers set step = 6, substep = 0 where id = {id}"));
        Assert.Equal(NoHistory, await RefusedAsync($"update dossiers set substep = 0 where id = {id}"));
        Assert.Equal(OutOfOrder, await RefusedAsync($"update dossiers set step = 4, substep = 0 where id = {id}"));
        Assert.Equal(NoHistory, await RefusedAsync($"update dossiers set substep = 2 where id = {id}"));
        Assert.Equal(
            Final, await RefusedAsync($"update dossiers set keberatan = jsonb_set(keberatan, '{{Reasons}}', '\"lain\"') where id = {id}"));
        Assert.Equal(Final, await RefusedAsync($"update dossiers set keberatan = null where id = {id}"));
        Assert.Equal(Final, await RefusedAsync($"update dossiers set verification_code = repeat('0', 12) where id = {id}"));
        Assert.Equal(Final, await RefusedAsync($"update dossiers set signing_mode = 'Bsre' where id = {id}"));
        Assert.Equal(OutOfOrder, await RefusedAsync(Line(id, "pelaksanadag", "Asn", "Completed", 5, 6)));
        Assert.Equal(OutOfOrder, await RefusedAsync(Line(id, "pelaksanadag", "Asn", "Completed", 51, 6)));
        Assert.Equal(OutOfOrder, await RefusedAsync(Line(id, "kadis", "AtasanPejabatPenilai", "Decided", 51, 5)));
        Assert.Equal(OutOfOrder, await RefusedAsync(Line(id, "kabiddag", "AtasanLangsung", "Answered", 51, 4)));
        Assert.Equal(WrongPerson, await RefusedAsync(Line(id, "kadis", "AtasanLangsung", "Answered", 51, 52)));
        Assert.Equal(WrongPerson, await RefusedAsync(Line(id, "kadis", "AtasanPejabatPenilai", "Answered", 51, 52)));
        Assert.Equal(WrongPerson, await RefusedAsync(Line(id, "kabiddag", "AtasanLangsung", "Withdrawn", 51, 5)
            .Replace("to_substep, at)", "to_substep, at, reason)", StringComparison.Ordinal)
            .Replace("now()", "now(), 'Sudah jelas.'", StringComparison.Ordinal)));
        Assert.Equal(OutOfOrder, await RefusedAsync(Line(At[Step.Sign], "kadis", "AtasanPejabatPenilai", "Ratified", 53, 6)));
    }

    [Fact]
    public async Task A_time_that_has_not_passed_moves_nothing_and_nobody_moves_for_it()
    {
        var id = await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Sign, "kauptd", site.Period);
            await play.ObjectAsync(dossier, "Nilai kualitas tidak sesuai bukti.");
            return dossier.Id;
        });
        const string Objected = "(select max(at) from history where move = 'Objected' and dossier_id = ";

        Assert.Equal(OutOfOrder, await RefusedAsync(
            Line(id, null, null, "Unanswered", 51, 52, at: $"{Objected}{id}) + interval '13 days 23 hours'")));
        Assert.Null(await RefusedAsync(Line(id, null, null, "Unanswered", 51, 52, at: $"{Objected}{id}) + interval '14 days'"), NoHistory));
        Assert.Equal(WrongPerson, await RefusedAsync(
            Line(id, "kadis", "AtasanPejabatPenilai", "Unanswered", 51, 52, at: $"{Objected}{id}) + interval '14 days'")));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync(
            Line(id, "kadis", null, "Unanswered", 51, 52, at: $"{Objected}{id}) + interval '14 days'")));
        Assert.Equal(OutOfOrder, await RefusedAsync(Line(At[Step.Sign], null, null, "Unsigned", 5, 55)));
        Assert.Equal(WrongPerson, await RefusedAsync(Line(At[Step.Validate], null, null, "Completed", 4, 5)));
    }

    [Fact]
    public async Task Who_decides_sets_the_result_and_nothing_opens_it_again()
    {
        var id = await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Sign, "penyuluhind", site.LastPeriod);
            await play.ObjectAsync(dossier, "Nilai kualitas tidak sesuai bukti.");
            await play.PerformAsync(dossier);
            return dossier.Id;
        });
        const string Other = "outcome = '{\"Nilai\": 100, \"Sebutan\": \"Sangat Baik\"}'";
        const string Decided = "step = 5, substep = 0, document_version = document_version + 1, verification_code = 'ZZZZZZZZZZZ0', "
            + "keberatan = keberatan || '{\"Keputusan\": {\"NilaiTetap\": false, \"Words\": \"x\", \"At\": \"2026-01-01T00:00:00Z\"}}'";
        string Set(string what) => $"update dossiers set {what} where id = {id}";

        Assert.Equal(Final, await RefusedAsync(Set(Other)));
        Assert.Equal(Final, await RefusedAsync(Set("sheet = '{}'")));
        Assert.Equal(Final, await RefusedAsync(Set($"{Decided}, {Other}")));
        Assert.Equal(NoHistory, await RefusedAsync(Set($"{Decided}, {Other}, replaced = jsonb_build_object('Outcome', outcome, "
            + "'Version', document_version, 'VerificationCode', verification_code)")));
        Assert.Equal(NoHistory, await RefusedAsync(Set($"{Decided}, sheet = sheet || '{{}}'")));
        Assert.Equal(Final, await RefusedAsync(
            Set($"{Decided.Replace("false", "true", StringComparison.Ordinal)}, sheet = sheet || '{{\"Rekomendasi\": \"x\"}}'")));
        Assert.Equal(OutOfOrder, await RefusedAsync(Set("step = 4, substep = 0, outcome = null")));
        Assert.Equal(OutOfOrder, await RefusedAsync(Line(id, "kadis", "AtasanPejabatPenilai", "Decided", 52, 4)));
    }

    [Fact]
    public async Task The_days_to_object_begin_once_and_the_parties_change_only_where_an_authority_passes_on()
    {
        var id = At[Step.Sign];
        const string Received = "result_receipt = '{\"Date\": \"2026-01-02\"}', last_day_to_object = '2026-01-16'";
        Assert.Equal(Final, await RefusedAsync($"update dossiers set {Received} where id = {id}"));
        Assert.Equal(Final, await RefusedAsync($"update dossiers set last_day_to_object = last_day_to_object + 1 where id = {id}"));
        Assert.Equal(Final, await RefusedAsync($"update dossiers set last_day_to_object = null where id = {id}"));
        Assert.Equal(Final, await RefusedAsync($"update dossiers set {Received} where id = {At[Step.Duplicate]}"));
        Assert.Equal(Final, await RefusedAsync($"update dossiers set atasan_pejabat_penilai_id = {Person("sekda")} where id = {id}"));
        Assert.Equal(Final, await RefusedAsync(
            $"update dossiers set atasan_pejabat_penilai_id = pejabat_lebih_tinggi_id, pejabat_lebih_tinggi_id = null where id = {id}"));
        Assert.Equal(Final, await RefusedAsync($"update dossiers set penetapan_ground = '{{}}' where id = {id}"));
        Assert.Equal(Final, await RefusedAsync($"update dossiers set replaced = '{{}}' where id = {id}"));
    }

    [Fact]
    public async Task Papers_of_step_5_are_added_and_what_was_handed_on_before_stays()
    {
        var id = At[Step.Sign];
        Assert.Null(await RefusedAsync($"insert into evidence_contents values ('abcdefgh', {id}, 'x')"));
        Assert.Null(await RefusedAsync($"insert into evidence_contents values ('abcdefgh', {id}, 'x'); delete from evidence_contents where key = 'abcdefgh'"));
        Assert.Equal(Final, await RefusedAsync($"delete from evidence_contents where dossier_id = {id}"));
        Assert.Equal(Final, await RefusedAsync($"insert into evidence_contents values ('abcdefgh', {At[Step.Duplicate]}, 'x')"));
    }

    [Fact]
    public async Task A_decision_stays_as_it_was_given()
    {
        var id = await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Sign, "analisdag", site.Period);
            await play.ObjectAsync(dossier, "Nilai kualitas tidak sesuai bukti.");
            await play.PerformAsync(dossier);
            await play.PerformAsync(dossier);
            Assert.NotNull(dossier.Keberatan!.Keputusan);
            return dossier.Id;
        });

        Assert.Equal(Final, await RefusedAsync(Rewritten("jsonb_set(keberatan, '{Keputusan,NilaiTetap}', 'false')")));
        Assert.Equal(Final, await RefusedAsync(Rewritten("jsonb_set(keberatan, '{Keputusan,Words}', '\"lain\"')")));
        Assert.Equal(Final, await RefusedAsync(Rewritten("keberatan - 'Keputusan'")));
        Assert.Null(await RefusedAsync(Rewritten("keberatan")));

        string Rewritten(string keberatan) => $"update dossiers set keberatan = {keberatan} where id = {id}";
    }

    [Fact]
    public async Task The_version_of_a_document_goes_on_by_one_and_only_when_it_is_approved()
    {
        // The next one is in order, and lacks only its line in the history.
        Assert.Equal(NoHistory, await RefusedAsync(Issued("document_version + 1")));
        Assert.Equal(Final, await RefusedAsync(Issued("document_version + 2")));
        foreach (var step in new[] { Step.Validate, Step.Sign })
        {
            Assert.Equal(Final, await RefusedAsync($"update dossiers set document_version = document_version + 1 where id = {At[step]}"));
        }

        string Issued(string version) => $"update dossiers set step = 5, outcome = '{{}}', verification_code = 'ZZZZZZZZZZZ0', "
            + $"signing_mode = 'Account', document_version = {version} where id = {At[Step.Validate]}";
    }

    [Fact]
    public async Task A_later_version_names_the_one_it_replaces_and_a_first_one_names_none()
    {
        var id = At[Step.Sign];
        Assert.Equal(OutOfOrder, await RefusedAsync(Document(id, "Approved", 2, "null")));
        Assert.Equal(OutOfOrder, await RefusedAsync(Document(id, "Final", 1, $"(select id from documents where dossier_id = {id})")));
        Assert.Equal(OutOfOrder, await RefusedAsync(
            Document(id, "Approved", 2, $"(select id from documents where dossier_id = {At[Step.Archive]} and kind = 'Approved')")));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await RefusedAsync(Document(id, "Approved", 1, "null")));
        Assert.Null(
            await RefusedAsync(Document(id, "Approved", 2, $"(select id from documents where dossier_id = {id} and kind = 'Approved')")));

        static string Document(long id, string kind, int version, string replaces) =>
            // Which move drew it is asked besides.
            "alter table documents disable trigger of_its_move; "
            + "insert into documents (dossier_id, kind, version, replaces_id, sha256, size, drawn_at) "
            + $"values ({id}, '{kind}', {version}, {replaces}, encode(sha256('abc'), 'hex'), 3, now())";
    }

    /// <summary>For the period before, of the person whose dossier is at its first step.</summary>
    private string AgreedPlan => "insert into plans (period_id, pegawai_id, atasan_id, content, state, agreed_at, lines) "
        + $"select {site.LastPeriod.Id}, asn_id, atasan_langsung_id, '{{\"method\": \"PP46_2011\", \"Kegiatan\": []}}', 'Agreed', now(), 1 "
        + $"from dossiers where id = {At[Step.Collect]}";

    [Fact]
    public async Task A_dossier_begins_at_the_first_step_with_a_line_in_its_history()
    {
        var columns = "period_id, unit_kerja_id, asn_id, atasan_langsung_id, parties, method, sheet, step_since";
        var copied = $"select {site.LastPeriod.Id}, unit_kerja_id, asn_id, atasan_langsung_id, parties, method, sheet, step_since";

        Assert.Equal(OutOfOrder, await RefusedAsync($"{AgreedPlan}; insert into dossiers ({columns}, step) {copied}, 4 from dossiers where "
            + $"id = {At[Step.Collect]}"));
        Assert.Equal(NoHistory, await RefusedAsync($"{AgreedPlan}; insert into dossiers ({columns}, step) {copied}, 1 from dossiers where "
            + $"id = {At[Step.Collect]}"));
        Assert.Equal(OutOfOrder, await RefusedAsync($"insert into dossiers ({columns}, step) {copied}, 1 from dossiers where id = "
            + $"{At[Step.Collect]}"));
    }

    [Fact]
    public async Task Nobody_rates_himself()
    {
        Assert.Equal(WrongPerson, await RefusedAsync(Line(At[Step.Validate], "pelaksanakop", "AtasanLangsung", "Completed", 4, 5)));
        Assert.Equal(
            PostgresErrorCodes.CheckViolation,
            await RefusedAsync($"{AgreedPlan}; insert into dossiers (period_id, unit_kerja_id, asn_id, atasan_langsung_id, parties, "
                + "method, sheet, step, step_since) "
                + $"select {site.LastPeriod.Id}, unit_kerja_id, asn_id, asn_id, parties, method, sheet, 1, now() from dossiers where id = "
                + $"{At[Step.Collect]}"));
    }

    [Fact]
    public async Task Another_superior_than_the_one_named_does_not_rate() =>
        Assert.Equal(WrongPerson, await RefusedAsync(Line(At[Step.Validate], "kabidind", "AtasanLangsung", "Completed", 4, 5)));

    [Fact]
    public async Task Nobody_signs_for_another() =>
        Assert.Equal(WrongPerson, await RefusedAsync(Line(At[Step.Sign], "kabidkop", "Asn", "Completed", 5, 6)));

    [Fact]
    public async Task The_rated_person_does_not_act_in_an_office_on_his_own_dossier() =>
        Assert.Equal(WrongPerson, await RefusedAsync(Line(At[Step.Check], "arsiparis", "Kasubbag", "Completed", 2, 3)));

    [Fact]
    public async Task Whoever_gathered_does_not_check() =>
        Assert.Equal(WrongPerson, await RefusedAsync(Line(At[Step.Check], "analis", "Kasubbag", "Completed", 2, 3)));

    [Fact]
    public async Task Whoever_checked_does_not_type() =>
        Assert.Equal(WrongPerson, await RefusedAsync(Line(At[Step.Input], "kasubbag", "Analis", "Completed", 3, 4)));

    [Fact]
    public async Task Whoever_rates_does_not_type() =>
        Assert.Equal(WrongPerson, await RefusedAsync(Line(At[Step.Input], "kabidkop", "Analis", "Completed", 3, 4)));

    [Fact]
    public async Task A_step_is_not_finished_in_the_wrong_capacity() =>
        Assert.Equal(WrongPerson, await RefusedAsync(Line(At[Step.Input], "sekretaris", "Sekretaris", "Completed", 3, 4)));

    [Fact]
    public async Task A_line_that_skips_a_number_or_a_step_is_refused()
    {
        Assert.Equal(OutOfOrder, await RefusedAsync(Line(At[Step.Check], "kasubbag", "Kasubbag", "Completed", 2, 3, no: 99)));
        Assert.Equal(OutOfOrder, await RefusedAsync(Line(At[Step.Check], "analis2", "Analis", "Completed", 1, 2)));
        Assert.Equal(OutOfOrder, await RefusedAsync(Line(At[Step.Check], "kasubbag", "Kasubbag", "Completed", 2, 4)));
    }

    [Fact]
    public async Task Sending_back_without_a_reason_is_refused() =>
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync(Line(At[Step.Check], "kasubbag", "Kasubbag", "SentBack", 2, 1)));

    [Fact]
    public async Task A_document_whose_hash_does_not_fit_is_refused()
    {
        var insert = $"insert into documents (dossier_id, kind, sha256, size, drawn_at) values ({At[Step.Validate]}, 'Approved', "
            + "encode(sha256('abc'), 'hex'), 3, now()) returning id";

        Assert.Equal(WrongHash, await RefusedAsync($"with d as ({insert}) select 1; insert into document_contents select max(id), 'abd' "
            + "from documents"));
        Assert.Null(await RefusedAsync($"with d as ({insert}) select 1; insert into document_contents select max(id), 'abc' from "
            + "documents; select 1 / 0", "22012"));
    }

    [Fact]
    public async Task Evidence_is_fixed_once_it_was_handed_on() =>
        Assert.Equal(Final, await RefusedAsync($"insert into evidence_contents values ('abcdefgh', {At[Step.Check]}, 'x')"));

    [Fact]
    public async Task An_agreed_plan_is_locked()
    {
        Assert.Equal(Final, await RefusedAsync("update plans set content = content || '{\"Kegiatan\": []}' where state = 'Agreed'"));
        Assert.Equal(Final, await RefusedAsync("delete from plans where state = 'Agreed'"));
    }

    [Fact]
    public async Task An_agreed_plan_is_opened_again_only_with_a_reason_and_while_no_dossier_runs_and_what_was_agreed_is_kept()
    {
        var free = (await site.PlayAsync(play => play.AgreedPlanAsync("kauptd", site.LastPeriod))).Id;
        var measured = await site.AskAsync(db => db.Dossiers.Where(d => d.Id == At[Step.Check])
            .Select(d => db.Plans.First(p => p.PeriodId == d.PeriodId && p.PegawaiId == d.AsnId).Id).SingleAsync());
        const string Open = "state = 'Draft', agreed_at = null";

        Assert.Equal(NoHistory, await RefusedAsync($"update plans set {Open} where id = {free}"));
        Assert.Equal(NoHistory, await RefusedAsync($"update plans set {Open}, lines = lines + 1 where id = {free}"));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync(Opened(free, " ")));
        Assert.Equal(Final, await RefusedAsync($"update plans set {Open}, content = content || '{{\"Kegiatan\": []}}' where id = {free}"));
        Assert.Equal(OutOfOrder, await RefusedAsync(Opened(measured, "Cuti besar")));
        Assert.Null(await RefusedAsync(Opened(free, "Cuti besar")));
        Assert.Equal(Final, await RefusedAsync($"{Opened(free, "Cuti besar")}; delete from plan_versions"));
        Assert.Equal(Final, await RefusedAsync($"{Opened(free, "Cuti besar")}; delete from plan_history"));
        Assert.Equal(OutOfOrder, await RefusedAsync(
            $"{Opened(free, "Cuti besar")}; "
            + "insert into dossiers (period_id, unit_kerja_id, asn_id, atasan_langsung_id, parties, method, sheet, step, step_since) "
            + $"select {site.LastPeriod.Id}, unit_kerja_id, {Person("kauptd")}, atasan_langsung_id, parties, method, sheet, 1, now() from "
            + $"dossiers where id = {At[Step.Collect]}"));

        static string Opened(long plan, string reason) =>
            $"update plans set {Open}, lines = lines + 1 where id = {plan}; {PlanLine(plan, "Revised", "Draft", reason)}";
    }

    [Fact]
    public async Task A_plan_moves_only_as_its_table_says_and_by_whom_it_says()
    {
        var draft = (await site.PlayAsync(play => play.DraftPlanAsync("juru", site.LastPeriod))).Id;
        var proposed = (await site.PlayAsync(play => play.ProposedPlanAsync("penera", site.LastPeriod))).Id;

        Assert.Null(await RefusedAsync($"{Move(draft, "state = 'Proposed'")}; {PlanLine(draft, "Proposed", "Proposed")}"));
        Assert.Equal(NoHistory, await RefusedAsync(Move(draft, "state = 'Proposed'")));
        Assert.Equal(OutOfOrder, await RefusedAsync(Move(draft, "state = 'Agreed', agreed_at = now()")));
        Assert.Null(
            await RefusedAsync($"{Move(proposed, "state = 'Agreed', agreed_at = now()")}; {PlanLine(proposed, "Agreed", "Agreed")}"));
        Assert.Null(
            await RefusedAsync($"{Move(proposed, "state = 'Draft'")}; {PlanLine(proposed, "Returned", "Draft", "Target terlalu rendah")}"));
        Assert.Null(
            await RefusedAsync($"{Move(proposed, "state = 'Draft'")}; {PlanLine(proposed, "Withdrawn", "Draft", "Atasan berganti")}"));
        Assert.Equal(NoHistory, await RefusedAsync(Move(proposed, "state = 'Draft'")));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync(PlanLine(proposed, "Withdrawn", "Draft", " ")));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync(PlanLine(proposed, "Withdrawn", "Draft")));
        Assert.Equal(OutOfOrder, await RefusedAsync(PlanLine(proposed, "Proposed", "Proposed")));
        Assert.Equal(OutOfOrder, await RefusedAsync(PlanLine(draft, "Recorded", "Draft")));
        Assert.Equal(Final, await RefusedAsync(Move(proposed, "content = content || '{\"Kegiatan\": []}'")));
        Assert.Equal(NoHistory, await RefusedAsync(Move(proposed, $"atasan_id = {Person("kadis")}")));
        string Followed(string? by) => $"{Move(proposed, $"atasan_id = {Person("kadis")}")}; "
            + PlanLine(proposed, "Followed", "Proposed", actor: by);
        Assert.Equal(WrongPerson, await RefusedAsync(Followed(null)));
        Assert.Null(await RefusedAsync(Followed("null")));
        Assert.Equal(Final, await RefusedAsync($"delete from plans where id = {draft}"));

        static string Move(long plan, string to) => $"update plans set {to}, lines = lines + 1 where id = {plan}";
    }

    [Fact]
    public async Task Nothing_of_a_plan_changes_without_a_line_and_no_line_is_written_without_the_plan()
    {
        var draft = (await site.PlayAsync(play => play.DraftPlanAsync("keamanan", site.LastPeriod))).Id;
        const string Changed = "content = content || '{\"Kegiatan\": []}'";
        string Set(string to) => $"update plans set {to} where id = {draft}";
        var written = PlanLine(draft, "Written", "Draft");

        Assert.Null(await RefusedAsync($"{Set($"{Changed}, lines = lines + 1")}; {written}"));
        Assert.Equal(NoHistory, await RefusedAsync(Set(Changed)));
        Assert.Equal(NoHistory, await RefusedAsync(Set($"{Changed}, lines = lines + 1")));
        Assert.Equal(NoHistory, await RefusedAsync($"{Set(Changed)}; {written}"));
        Assert.Equal(NoHistory, await RefusedAsync(Set($"atasan_id = {Person("kadis")}")));
        Assert.Equal(NoHistory, await RefusedAsync(written));
        Assert.Equal(NoHistory, await RefusedAsync(PlanLine(draft, "Proposed", "Proposed")));
        Assert.Equal(NoHistory, await RefusedAsync($"{Set("state = 'Proposed'")}; {Set("state = 'Draft'")}"));
        Assert.Equal(NoHistory, await RefusedAsync(
            $"{Set("state = 'Proposed', lines = lines + 1")}; {Set("state = 'Draft', lines = lines + 1")}; {written}"));
    }

    [Fact]
    public async Task Whoever_agrees_to_a_plan_does_not_write_it_and_nobody_else_agrees()
    {
        var draft = (await site.PlayAsync(play => play.DraftPlanAsync("analis2", site.LastPeriod))).Id;
        var proposed = (await site.PlayAsync(play => play.ProposedPlanAsync("pelaksanaind", site.LastPeriod))).Id;

        Assert.Equal(WrongPerson, await RefusedAsync(PlanLine(draft, "Written", "Draft", actor: "atasan_id")));
        Assert.Null(await RefusedAsync(Counted(PlanLine(draft, "Written", "Draft", actor: "pegawai_id"))));
        Assert.Null(await RefusedAsync(Counted(PlanLine(draft, "Written", "Draft", actor: $"{Person("analis")}"))));
        Assert.Equal(WrongPerson, await RefusedAsync(Counted(PlanLine(draft, "Written", "Draft", actor: $"{Person("kasubbag")}"))));
        Assert.Equal(WrongPerson, await RefusedAsync(PlanLine(proposed, "Agreed", "Agreed", actor: "pegawai_id")));
        Assert.Equal(WrongPerson, await RefusedAsync(PlanLine(proposed, "Agreed", "Agreed", actor: "null")));

        string Counted(string line) => $"update plans set lines = lines + 1 where id = {draft}; {line}";
    }

    [Fact]
    public async Task A_plan_is_under_one_regulation_and_its_proposed_content_is_fixed()
    {
        var draft = (await site.PlayAsync(play => play.DraftPlanAsync("pelaksanadag", site.LastPeriod))).Id;
        const string Other = "'{\"method\": \"PERMENPANRB_6_2022\", \"a\": 1}'";

        Assert.Equal(Final, await RefusedAsync($"update plans set content = {Other} where id = {draft}"));
        Assert.Equal(OutOfOrder, await RefusedAsync(Insert("'{\"method\": \"PP46_2011\"}'")));
        Assert.Equal(OutOfOrder, await RefusedAsync(Insert("'{}'")));
        Assert.Equal(NoHistory, await RefusedAsync(Insert(Other)));

        string Insert(string content) => "insert into plans (period_id, pegawai_id, atasan_id, content, state, lines) "
            + $"values ({site.Kinerja.Id}, {Person("analisdag")}, {Person("kabiddag")}, {content}, 'Draft', 1)";
    }

    /// <summary>One more line, by the one who may.</summary>
    private static string PlanLine(long plan, string move, string to, string? reason = null, string? actor = null) =>
        "insert into plan_history (plan_id, no, actor_id, actor_nama, move, \"to\", at, reason) "
        + $"select id, (select count(*) + 1 from plan_history where plan_id = {plan}), "
        + $"{actor ?? (move is "Agreed" or "Returned" or "Revised" ? "atasan_id" : "pegawai_id")}, 'x', '{move}', '{to}', now(), "
        + $"{(reason is null ? "null" : $"'{reason}'")} from plans where id = {plan}";

    [Fact]
    public async Task An_administrator_is_nobody_else()
    {
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync("update accounts set offices = array['Administrator', 'Analis'] "
            + "where user_name = 'admin'"));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusedAsync("update accounts set offices = array['Administrator'] where "
            + "user_name = 'analis'"));
    }

    [Fact]
    public async Task Nobody_stands_above_himself()
    {
        // analis → kasubbag → sekretaris → kadis
        Assert.Equal(Circle, await RefusedAsync(Under("kadis", "analis")));
        Assert.Equal(Circle, await RefusedAsync($"{Under("kadis", "penera")}; {Under("penera", "kadis")}"));
        Assert.Equal(Circle, await RefusedAsync($"update pegawai p set atasan_id = o.id from pegawai o "
            + $"where p.id <> o.id and p.id in ({Person("penera")}, {Person("juru")}) and o.id in ({Person("penera")}, {Person("juru")})"));
        Assert.Equal(Circle, await RefusedAsync("insert into pegawai (id, nama, jabatan, jenis_jabatan, atasan_id) values "
            + "(9001, 'a', 'a', 'Pelaksana', 9002), (9002, 'b', 'b', 'Pelaksana', 9001)"));
        Assert.Null(await RefusedAsync(Under("analis", "kabidkop")));
        Assert.Null(await RefusedAsync($"update pegawai set atasan_id = null where id = {Person("kadis")}; {Under("kadis", "sekda")}"));
    }

    [Fact]
    public async Task Of_two_who_close_a_circle_at_once_the_second_waits_and_is_refused()
    {
        await using var first = await AtOnce.BeginAsync(site.ConnectionString, Under("pelaksanakop", "penggerak"));
        await using var second = await AtOnce.BeginAsync(site.ConnectionString);

        var update = second.RunAsync(Under("penggerak", "pelaksanakop"));
        await first.CommitOnceAwaitedAsync(update);

        Assert.Equal(Circle, (await Assert.ThrowsAsync<PostgresException>(() => update)).SqlState);
    }

    [Fact]
    public async Task A_note_is_the_next_of_its_book_and_written_by_the_atasan_of_the_plan()
    {
        Assert.Null(await RefusedAsync(Note("bendahara", by: "kasubbag2")));
        Assert.Equal(OutOfOrder, await RefusedAsync(Note("bendahara", by: "kasubbag2", no: 3)));
        Assert.Equal(OutOfOrder, await RefusedAsync(Note("bendahara", by: "kasubbag2", no: 1)));
        Assert.Equal(WrongPerson, await RefusedAsync(Note("bendahara", by: "bendahara")));
        Assert.Equal(WrongPerson, await RefusedAsync(Note("bendahara", by: "kadis")));
    }

    [Theory]
    [InlineData("2025-12-31", "2026-06-15 01:00+08", OutOfOrder)]
    [InlineData("2027-01-01", "2027-06-15 01:00+08", OutOfOrder)]
    [InlineData("2026-06-16", "2026-06-15 23:59+08", OutOfOrder)]
    [InlineData("2026-06-16", "2026-06-16 00:00+08", null)]
    [InlineData("2026-01-01", "2026-06-15 01:00+08", null)]
    [InlineData("2026-12-31", "2027-06-15 01:00+08", null)]
    public async Task A_note_tells_of_a_day_of_the_period_that_has_come(string date, string at, string? refused) =>
        Assert.Equal(refused, await RefusedAsync(Note("bendahara", by: "kasubbag2", date: date, at: at)));

    [Theory]
    [InlineData(0, true)]
    [InlineData(2000, false)]
    [InlineData(2001, true)]
    public async Task A_note_has_words_and_an_end(int length, bool isRefused) => Assert.Equal(
        isRefused ? PostgresErrorCodes.CheckViolation : null, await RefusedAsync(Note("bendahara", by: "kasubbag2", text: new string('x', length))));

    [Fact]
    public async Task A_book_ends_with_the_result_of_the_whole_period()
    {
        Assert.Null(await RefusedAsync(Note("pelaksanakop", by: "kabidkop")));
        Assert.Equal(Final, await RefusedAsync(Note("penggerak", by: "kabidkop")));
    }

    [Fact]
    public async Task A_note_beside_an_approval_waits_for_it_and_is_refused()
    {
        var id = await site.DossierAtAsync(Step.Validate, "juru");
        // The approval itself has guards of its own.
        await using var approval = await AtOnce.BeginAsync(site.ConnectionString, $"""
            alter table dossiers disable trigger user;
            update dossiers set outcome = '{"{}"}' where id = {id};
            alter table dossiers enable trigger user
            """);
        await using var note = await AtOnce.BeginAsync(site.ConnectionString);

        var writing = note.RunAsync(Note("juru", by: "kauptd", no: 1));
        await approval.CommitOnceAwaitedAsync(writing);

        Assert.Equal(Final, (await Assert.ThrowsAsync<PostgresException>(() => writing)).SqlState);
    }

    private string PlanOf(string asn) => $"period_id = {site.Period.Id} and pegawai_id = {Person(asn)}";

    private string Note(
        string asn, string by, int no = 2, string date = "2026-03-03", string at = "2026-11-23 09:00+08", string text = "Tepat waktu.") =>
        $"""
        insert into plan_notes (plan_id, no, date, text, author_id, author_nama, at)
        select id, {no}, '{date}', '{text}', {Person(by)}, '{by}', '{at}' from plans where {PlanOf(asn)}
        """;

    [Fact]
    public async Task The_same_keadaan_of_one_person_is_stored_once_for_a_day_and_two_plt_may_be()
    {
        string Of(string jenis, string mulai) => "insert into keadaan_pegawai (period_id, pegawai_id, jenis, mulai, selesai, uraian) values "
            + $"({site.Period.Id}, {Person("juru")}, '{jenis}', '{mulai}', '2026-06-30', 'x')";

        Assert.Equal("SK009", await RefusedAsync($"{Of("Cuti", "2026-06-01")}; {Of("Cuti", "2026-06-30")}"));
        Assert.Equal("SK009", await RefusedAsync($"{Of("Cuti", "2026-06-30")}; {Of("TugasBelajar", "2026-06-01")}; "
            + "update keadaan_pegawai set jenis = 'Cuti' where jenis = 'TugasBelajar'"));
        Assert.Null(await RefusedAsync($"{Of("Cuti", "2026-06-30")}; {Of("TugasBelajar", "2026-06-01")}"));
        Assert.Null(await RefusedAsync($"{Of("Plt", "2026-06-01")}; {Of("Plt", "2026-06-01")}"));
    }

    [Fact]
    public async Task Two_periods_of_one_regulation_share_no_day_and_two_names_differ_by_more_than_case()
    {
        Assert.Equal("SK007", await RefusedAsync(PeriodOf("x", "2026-12-31", "2027-12-30")));
        Assert.Equal("SK007", await RefusedAsync($"{PeriodOf("x", "2027-01-01", "2027-12-31")}; {PeriodOf("y", "2027-12-31", "2028-01-31")}"));
        Assert.Equal("SK007", await RefusedAsync("update periods set mulai = '2025-12-31' where nama = 'Tahun 2026'"));
        Assert.Equal("23505", await RefusedAsync(PeriodOf("TAHUN 2026", "2027-01-01", "2027-12-31")));
        Assert.Equal("23505", await RefusedAsync(PeriodOf(" tahun  2026", "2027-01-01", "2027-12-31")));
        Assert.Null(await RefusedAsync(PeriodOf("x", "2027-01-01", "2027-12-31")));
        Assert.Null(await RefusedAsync("update periods set nama = upper(nama)"));
    }

    [Fact]
    public async Task Of_two_who_share_a_day_at_once_the_second_waits_and_is_refused()
    {
        await using var first = await AtOnce.BeginAsync(site.ConnectionString, PeriodOf("a", "2031-01-01", "2031-12-31"));
        await using var second = await AtOnce.BeginAsync(site.ConnectionString);

        var insert = second.RunAsync(PeriodOf("b", "2031-12-31", "2032-12-29"));
        await first.CommitOnceAwaitedAsync(insert);

        Assert.Equal("SK007", (await Assert.ThrowsAsync<PostgresException>(() => insert)).SqlState);
    }

    [Fact]
    public async Task Periods_that_share_a_day_since_before_may_still_be_closed_and_renamed()
    {
        const string Before = "alter table periods disable trigger apart; insert into periods (nama, mulai, selesai, method) values "
            + "('lama', '2026-06-01', '2026-06-30', 'PP46_2011'); alter table periods enable trigger apart";

        Assert.Null(await RefusedAsync($"{Before}; update periods set is_open = false, nama = 'lama sekali' where nama = 'lama'"));
        Assert.Equal("SK007", await RefusedAsync($"{Before}; update periods set selesai = '2026-06-29' where nama = 'lama'"));
    }

    [Fact]
    public async Task The_database_opens_no_dossier_for_whom_a_regulation_does_not_measure()
    {
        Assert.Equal(
            Domain.Scoring.ScoringMethods.Rows.SelectMany(m => m.Measures.Select(jenis => $"{m.Key} {jenis}")).Order(StringComparer.Ordinal),
            (await site.AskAsync(db => db.Database.SqlQuery<string>($"""select method || ' ' || jenis as "Value" from method_asn""")
                .ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal(NoHistory, await RefusedAsync(Copied("""parties || jsonb_build_object('Asn', parties -> 'Asn' || '{"Jenis": "Pppk"}')""")));
        Assert.Equal("23505", await RefusedAsync(Copied("parties")));
        Assert.Equal(Final, await RefusedAsync("insert into method_asn values ('PP46_2011', 'Pppk')"));
    }

    // The dossier at step 1 once more: what stops it without the guard is only that it is there already.
    private string Copied(string parties) =>
        "insert into dossiers (period_id, unit_kerja_id, asn_id, atasan_langsung_id, parties, method, method_edition, sheet, step, "
        + $"step_since, bagian) select period_id, unit_kerja_id, asn_id, atasan_langsung_id, {parties}, method, method_edition, sheet, 1, "
        + $"step_since, bagian from dossiers where id = {At[Step.Collect]}";

    private static string PeriodOf(string nama, string mulai, string selesai) =>
        $"insert into periods (nama, mulai, selesai, method) values ('{nama}', '{mulai}', '{selesai}', 'PP46_2011')";

    [Fact]
    public async Task No_unit_stands_above_itself()
    {
        Assert.Equal(Circle, await RefusedAsync(UnitUnder("DINAS", "PEP")));
        Assert.Equal(Circle, await RefusedAsync($"{UnitUnder("KOP", "DAG")}; {UnitUnder("DAG", "KOP")}"));
        Assert.Equal(Circle, await RefusedAsync("insert into unit_kerja (id, kode, nama, induk_id) values (9001, 'A', 'a', 9002), (9002, "
            + "'B', 'b', 9001)"));
        Assert.Null(await RefusedAsync(UnitUnder("KOP", "DAG")));
    }

    [Fact]
    public async Task Of_two_who_close_a_circle_of_units_at_once_the_second_waits_and_is_refused()
    {
        await using var first = await AtOnce.BeginAsync(site.ConnectionString, UnitUnder("KOP", "IND"));
        await using var second = await AtOnce.BeginAsync(site.ConnectionString);

        var update = second.RunAsync(UnitUnder("IND", "KOP"));
        await first.CommitOnceAwaitedAsync(update);

        Assert.Equal(Circle, (await Assert.ThrowsAsync<PostgresException>(() => update)).SqlState);
    }

    private static string UnitUnder(string kode, string induk) =>
        $"update unit_kerja set induk_id = (select id from unit_kerja where kode = '{induk}') where kode = '{kode}'";

    private string Under(string userName, string superior) =>
        $"update pegawai set atasan_id = {Person(superior)} where id = {Person(userName)}";

    private int Person(string userName) => site.People[userName].PegawaiId!.Value;

    // A step, or the stage of one of its parts: 5, 51.
    private string Line(
        long dossier, string? who, string? capacity, string move, int from, int to, int? no = null, string at = "now()") =>
        $"""
        insert into history (dossier_id, no, actor_id, actor_nama, capacity, move, "from", from_substep, "to", to_substep, at)
        select {dossier}, {no?.ToString() ?? $"(select max(no) + 1 from history where dossier_id = {dossier})"},
            {(who is null ? "null" : Person(who))}, '{who}', {(capacity is null ? "null" : $"'{capacity}'")}, '{move}',
            {(from < 10 ? from : from / 10)}, {(from < 10 ? 0 : from % 10)}, {(to < 10 ? to : to / 10)}, {(to < 10 ? 0 : to % 10)}, {at}
        """;

    // The code of the refusal, or null when nothing (or what was expected) came; nothing is kept either way.
    private Task<string?> RefusedAsync(string sql, string? expected = null) => site.RefusedAsync(sql, expected);

    private async Task RunAsync(string sql) => await AskAsync(sql);

    private async Task<object?> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        var answer = await command.ExecuteScalarAsync();
        return answer is DBNull ? null : answer;
    }
}
