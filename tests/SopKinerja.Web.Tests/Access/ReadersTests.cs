using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Integrity;

namespace SopKinerja.Web.Tests.Access;

/// <summary>Every address that shows the result of somebody else leaves a line, computed from the list of endpoints: one that leaves none
/// and is not named here with its reason fails the test on the day it appears.</summary>
public sealed class ReadersTests(MatrixTests.World world) : MatrixTests(world)
{
    private const string Own = "only what is the reader's own";
    private const string NoResult = "names, dates and where something stands, and no figure, rating or predikat";
    private const string Before = "there is no result yet, or the performer is not shown it; who is leaves a line by the base class";
    private const string Setup = "what the administrator keeps, and no result";
    private const string Plan = "targets; what came of them is in the dossier";

    /// <summary>Addresses that leave no line, by the beginning of their template.</summary>
    private static readonly Dictionary<string, string> Silent = new()
    {
        [""] = NoResult,
        ["Index"] = NoResult,
        ["sop"] = "the procedure itself",
        ["tentang"] = "the program itself",
        ["bantuan"] = "the program itself",
        ["bantuan/{panduan}"] = "the program itself",
        ["bantuan/gambar/{gambar}"] = "the program itself",
        ["berkas"] = NoResult,
        ["berkas/buka"] = NoResult,
        ["arsip"] = NoResult,
        ["arsip/pindaian"] = NoResult,
        ["berkas/{id:long}/kumpulkan"] = Before,
        ["berkas/{id:long}/periksa"] = Before,
        ["berkas/{id:long}/input"] = Before,
        ["berkas/{id:long}/batalkan"] = Before,
        ["berkas/{id:long}/usulkan-penetapan"] = Before,
        ["berkas/{id:long}/penyerahan"] = Before,
        ["berkas/{id:long}/tanda-tangan"] = Own,
        ["berkas/{id:long}/tanda-tangan/keberatan"] = Own,
        ["berkas/{id:long}/tanda-tangan/tarik-keberatan"] = Own,
        ["berkas/{id:long}/tanda-tangan/bersedia"] = Own,
        ["berkas/{id:long}/masa-keberatan"] = Own,
        ["berkas/{id:long}/penetapan"] = "no dossier of this world stands there; a page of a step, as the others",
        ["berkas/{id:long}/pindaian/{no:int}"] = "nobody in this world signs in ink; AccessLogTests opens none either: WetInkTests does",
        ["skp"] = Plan,
        ["skp/baru"] = Plan,
        ["skp/pohon"] = Plan,
        ["skp/catatan"] = "how many notes there are, and not what they say",
        ["skp/{id:long}"] = Plan,
        ["skp/{id:long}/formulir"] = Plan,
        ["skp/{id:long}/susun"] = Plan,
        ["skp/{id:long}/rencana"] = Plan,
        ["skp/{id:long}/akhiri"] = Plan,
        ["capaian"] = "what is set for units, and how many dossiers hold it",
        ["capaian/{id:int}"] = "as the list",
        ["segel"] = "digests",
        ["segel/{no:int}"] = "digests",
        ["penugasan"] = NoResult,
        ["pegawai"] = Setup,
        ["pegawai/baru"] = Setup,
        ["pegawai/janggal"] = Setup,
        ["pegawai/{id:int}"] = Setup,
        ["pegawai/{id:int}/serah-terima"] = Setup,
        ["unit"] = Setup,
        ["unit/baru"] = Setup,
        ["unit/{id:int}"] = Setup,
        ["unit/{id:int}/pindah"] = Setup,
        ["bagan/unit"] = NoResult,
        ["bagan/unit.svg"] = NoResult,
        ["bagan/penilai"] = NoResult,
        ["bagan/penilai.svg"] = NoResult,
        ["akun"] = Setup,
        ["akun/baru"] = Setup,
        ["akun/{id:int}"] = Setup,
        ["akun/{id:int}/setel-ulang-kode"] = Setup,
        ["perubahan"] = Setup,
        ["pembetulan"] = Setup,
        ["pembetulan/{id:int}"] = Setup,
        ["periode"] = Setup,
        ["periode/baru"] = Setup,
        ["periode/{id:int}"] = Setup,
        ["periode/libur"] = Setup,
        ["periode/keadaan"] = Setup,
        ["impor"] = Setup,
        ["impor/{id:int}"] = Setup,
        ["impor/{id:int}/sisa.xlsx"] = Setup,
        ["impor/data.csv"] = Setup,
        ["impor/data.xlsx"] = Setup,
        ["setelan"] = Setup,
        ["gambar-kop"] = Setup,
        ["sertifikat"] = Setup,
        ["sertifikat/pegawai"] = Setup,
        ["sertifikat/otoritas"] = Setup,
        ["sertifikat/{id:long}/tolak"] = Setup,
        ["sertifikat/{id:long}/cabut"] = Setup,
        ["sertifikat/otoritas/frasa-sandi"] = Setup,
        ["sertifikat-saya"] = Own,
        ["sertifikat-saya/minta"] = Own,
        ["sertifikat-saya/frasa-sandi"] = Own,
        ["sertifikat-saya/cabut"] = Own,
        ["otoritas/{id:int}.cer"] = "for anybody",
        ["otoritas/{id:int}.crl"] = "for anybody",
        ["kata-sandi"] = Own,
        ["akun/slip"] = NoResult,
        ["akun/slip/{id:int}"] = NoResult,
        ["akun/slip/{id:int}/slip.pdf"] = NoResult,
        ["data-saya"] = Own,
        ["siapa-membuka-hasil-saya"] = Own,
        ["catatan-akses"] = "who opened what, and nothing of what stood there",
        ["sesi-saya"] = Own,
        ["konfirmasi-akun"] = Own,
        ["konfirmasi-akun/daftar"] = NoResult,
        ["kode-sekali-pakai"] = Own,
        ["kode-sekali-pakai/matikan"] = Own,
        ["kode-sekali-pakai/kode-pemulihan"] = Own,
        ["bsre-saya"] = Own,
        ["keluar"] = Own,
        ["masuk"] = Own,
        ["masuk/kode"] = Own,
        ["masuk/penyedia"] = Own,
        ["galat/{code:int}"] = "no result",
        ["sehat"] = "one word",
        ["periksa"] = "no result, which a test of its own says",
        ["periksa/{kode}"] = "no result, which a test of its own says",
    };

    private static readonly IReadOnlyList<string> SignedIn = [.. World.Everybody.Where(w => w != "stranger")];

    [Fact]
    public async Task Every_address_leaves_a_line_or_is_named_with_its_reason()
    {
        List<string> leaves = [], wrong = [];
        foreach (var route in TheWorld.Routes)
        {
            var isNoted = false;
            foreach (var (who, address, owner) in Readings(route).Take(6))
            {
                isNoted |= await LeavesAsync(wrong, who, address, owner);
            }

            leaves.AddRange(isNoted ? [route.Template] : []);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(
            TheWorld.Routes.Select(r => r.Template).Except(Silent.Keys).Order(StringComparer.Ordinal), leaves.Order(StringComparer.Ordinal));
        Assert.True(leaves.Count > 14, string.Join('\n', leaves));
    }

    /// <summary>Whether a line was left; no figure of a result is on a page that leaves none.</summary>
    private async Task<bool> LeavesAsync(List<string> wrong, string who, string address, string? owner)
    {
        await ForgetAllAsync();
        var page = await TheWorld.GetAsync(who, "/" + address, isDrawn: true);
        if (page.Status != HttpStatusCode.OK)
        {
            wrong.Add($"{who} {address}: {page.Status}");
            return false;
        }

        // Whoever reads for the first time comes in before.
        var found = await TheWorld.AskAsync(db => db.AccessEvents.AsNoTracking()
            .Where(e => e.Kind != AccessKind.SignedIn).ToListAsync());
        if (owner is not null && found.Any(e => e.PegawaiId != TheWorld.People[owner].PegawaiId))
        {
            wrong.Add($"{who} {address}: a line about another");
        }

        return found.Count > 0;
    }

    // Those who may read and whose own it is not; first who is shown the result.
    private IEnumerable<(string Who, string Address, string? Owner)> Readings(Route route) =>
        Others.TryGetValue(route.Template, out _)
            ? SignedIn.Where(w => ExpectedOfOther(route.Template, w) == HttpStatusCode.OK)
                .OrderBy(w => w is not ("kadis" or "kabidkop" or "auditor")).Take(3)
                .Select(w => (w, OfRecord(route.Template), (string?)null))
            : route.Template.StartsWith("skp/", StringComparison.Ordinal)
                ? from plan in TheWorld.Plans
                  from who in SignedIn
                  where who != plan.Asn && ExpectedOfPlan(route.Template, who, plan) == HttpStatusCode.OK
                  select (who, Address(route.Template, plan.Id), plan.Asn)
            : from dossier in TheWorld.Dossiers
              from who in SignedIn
              where who != dossier.Asn && ExpectedOfReading(route.Template, who, dossier) == HttpStatusCode.OK
              orderby SeesResult(who, dossier) descending
              select (who, Address(route.Template, dossier), dossier.Asn);

    private async Task ForgetAllAsync()
    {
        await using var connection = new NpgsqlConnection(TheWorld.SuperuserConnectionString);
        await connection.OpenAsync();
        await TamperedWorld.RunAsync(connection, "set session_replication_role = replica; delete from access_events");
    }
}
