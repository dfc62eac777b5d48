using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Plans;

/// <summary>The formulir SKP and its lampiran under PermenPANRB 6/2022, as they are opened from the page.</summary>
public sealed class PrintedSkpTests(SopSite site) : IClassFixture<SopSite>
{
    [Theory]
    [InlineData("kadis", "sekda", KelompokJabatan.PimpinanTinggi, Pendekatan.Kuantitatif)]
    [InlineData("kauptd", "kadis", KelompokJabatan.PimpinanTinggi, Pendekatan.Kualitatif)]
    [InlineData("sekretaris", "kadis", KelompokJabatan.AdministratorPengawas, Pendekatan.Kualitatif)]
    [InlineData("kabiddag", "kadis", KelompokJabatan.AdministratorPengawas, Pendekatan.Kuantitatif)]
    [InlineData("penyuluh", "kabidkop", KelompokJabatan.Fungsional, Pendekatan.Kualitatif)]
    [InlineData("penggerak", "kabidkop", KelompokJabatan.Fungsional, Pendekatan.Kuantitatif)]
    [InlineData("juru", "kauptd", KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif)]
    [InlineData("bendahara", "kasubbag2", KelompokJabatan.Pelaksana, Pendekatan.Kualitatif)]
    public async Task It_carries_every_word_and_says_draft_until_it_is_agreed(
        string userName, string atasan, KelompokJabatan kelompok, Pendekatan pendekatan)
    {
        var sasaran = SampleKinerja.Skp(FormulirSkp.Of(kelompok, pendekatan), 3);
        var id = await StoredSkp.AddAsync(site, userName, sasaran, PlanState.Proposed);
        using var asn = await site.SignInAsync(userName);
        using (
            var draft = new PdfTools((await (await asn.GoAsync($"/skp/{id}")).FollowAsync("Buka formulir SKP untuk dicetak (PDF)")).Bytes))
        {
            Assert.Equal("", draft.Faults());
            Assert.All(draft.PageTexts, page => Assert.Contains(
                "DRAF: BELUM DISETUJUI, SEDANG MENUNGGU PEJABAT PENILAI", page, StringComparison.Ordinal));
            Assert.DoesNotContain("Disetujui secara elektronik", draft.Text, StringComparison.Ordinal);
        }

        using var penilai = await site.SignInAsync(atasan);
        var page = await penilai.GoAsync($"/skp/{id}");
        Assert.NotNull((await page.Fill("Alasan baru disetujui sekarang", "Target baru ditetapkan.")
            .Tick("Saya sudah membaca semua target di atas dan menyetujuinya").PressAsync("Setujui SKP")).Done);
        using var pdf = new PdfTools((await asn.GoAsync($"/skp/{id}/formulir")).Bytes);
        var text = PdfEngineTests.Squeezed(pdf.RawText);
        var plan = await site.AskAsync(
            db => db.Plans.AsNoTracking().Include(p => p.Pegawai).Include(p => p.Atasan).SingleAsync(p => p.Id == id));
        string[] expected =
        [
            .. sasaran.Formulir.JudulSkp, .. sasaran.Formulir.KolomSkp, plan.Pegawai.Nama, plan.Pegawai.Jabatan, plan.Atasan.Nama,
            $"{Nip.LabelOf(plan.Pegawai.Jenis)} {Nip.Stored(plan.Pegawai.Nip!)}", $"Disetujui secara elektronik oleh {plan.Atasan.Nama}",
            "LAMPIRAN SASARAN KINERJA PEGAWAI", "DUKUNGAN SUMBER DAYA", "SKEMA PERTANGGUNGJAWABAN",
            $"SKP {id}, {plan.Pegawai.Nama}, dicetak",
            .. sasaran.Rencana.SelectMany(r => r.Indikator.SelectMany(i => new[] { i.Uraian, i.Target }).Append(r.Uraian)),
            .. sasaran.Lampiran.Konsekuensi, .. sasaran.Ekspektasi.OfType<string>(),
        ];
        Assert.All(expected, words => Assert.Contains(PdfEngineTests.Squeezed(words), text, StringComparison.Ordinal));
        Assert.DoesNotContain("DRAF", text, StringComparison.Ordinal);
        Assert.All(sasaran.Rencana, r => Assert.Contains(r.Uraian, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_consent_of_a_stand_in_stands_over_his_own_name_and_number()
    {
        var id = await StoredSkp.AddAsync(
            site, "penyuluhind", SampleKinerja.Skp(FormulirSkp.Of(KelompokJabatan.Fungsional, Pendekatan.Kuantitatif), 2), PlanState.Proposed);
        var (instead, by) = (site.People["kabidind"].PegawaiId!.Value, site.People["pelaksanadag"].PegawaiId!.Value);
        await site.AskAsync(async db =>
        {
            var today = Domain.Tanggal.DiWita(site.Clock.GetUtcNow());
            db.Penugasan.Add(new(JenisPenugasan.Plh, instead, by, "800/8", today, today, today.AddDays(3), "Cuti"));
            return await db.SaveChangesAsync();
        });
        using var standIn = await site.SignInAsync("pelaksanadag");
        Assert.NotNull((await (await standIn.GoAsync($"/skp/{id}")).Fill("Alasan baru disetujui sekarang", "Target baru ditetapkan.")
            .Tick("Saya sudah membaca semua target di atas dan menyetujuinya").PressAsync("Setujui SKP")).Done);

        using var asn = await site.SignInAsync("penyuluhind");
        using var pdf = new PdfTools((await asn.GoAsync($"/skp/{id}/formulir")).Bytes);
        var text = PdfEngineTests.Squeezed(pdf.RawText);
        var nip = await site.AskAsync(db => db.Pegawai.Where(p => p.Id == by).Select(p => p.Nip).SingleAsync());
        var office = await site.AskAsync(db => db.Pegawai.Where(p => p.Id == instead).Select(p => p.Jabatan).SingleAsync());
        foreach (var words in new[] { $"NIP {Nip.Stored(nip!)}", $"oleh {site.People["pelaksanadag"].Nama} (Plh. {office})" })
        {
            Assert.Contains(PdfEngineTests.Squeezed(words), text, StringComparison.Ordinal);
        }
    }
}
