using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Periods;

/// <summary>Moves, study, leave and acting positions, recorded by an analis or the administrator and shown where they matter.</summary>
public sealed class KeadaanTests(SopSite site) : IClassFixture<SopSite>
{
    [Theory]
    [InlineData("analis", "pelaksanakop")]
    [InlineData("admin", "penyuluhind")]
    public async Task Leave_is_taken_down_shown_on_the_dossier_and_struck_out_again(string userName, string whose)
    {
        var id = await site.DossierAtAsync(Step.Input, whose);
        var nama = site.People[whose].Nama;
        using var keeper = await site.SignInAsync(userName);

        var page = await (await keeper.GoAsync($"/periode/keadaan?periode={site.Period.Id}"))
            .Fill("Nama pegawai yang akan dicatat", nama).PressAsync("Tampilkan");
        page = await page.FollowAsync($"Catat keadaan {nama}");
        page = await page.Fill("Keadaan", "Cuti")
            .Fill("Mulai", "2026-03-01").Fill("Sampai dengan", "2026-05-31").Fill("Uraian", "Cuti besar")
            .Fill("Nomor surat keputusan (boleh kosong)", "800.1.11/12/2026").PressAsync("Catat keadaan");
        Assert.Equal($"Keadaan {nama} sudah dicatat.", page.Done);

        using var analis = await site.SignInAsync("analis");
        foreach (var address in new[] { $"/berkas/{id}", $"/berkas/{id}/input" })
        {
            Assert.Contains("Cuti 1 Maret s.d. 31 Mei 2026, Cuti besar (800.1.11/12/2026). Target SKP disesuaikan",
                (await analis.GoAsync(address)).Text, StringComparison.Ordinal);
        }

        page = await page.PressAsync($"Hapus {nama}, 1 Maret s.d. 31 Mei 2026");
        Assert.Contains("sudah dihapus", page.Done, StringComparison.Ordinal);
        Assert.DoesNotContain("Cuti besar", (await analis.GoAsync($"/berkas/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await site.AskAsync(db => db.Changes.CountAsync(c => c.Subject == "Keadaan"
            && c.SubjectNama == nama && c.ActorNama != "" && c.Sentence.Contains("Cuti besar")
            && c.AccountId == db.Users.Where(u => u.UserName == userName).Select(u => u.Id).First())));
    }

    [Fact]
    public async Task The_jenjang_that_was_left_is_kept_with_a_move_and_with_nothing_else()
    {
        using var admin = await site.SignInAsync("admin");
        var person = site.People["penera"].PegawaiId;
        var page = (await admin.GoAsync($"/periode/keadaan?periode={site.Period.Id}&pegawai={person}"))
            .Fill("Keadaan", "Cuti").Fill("Mulai", "2019-04-01").Fill("Sampai dengan", "2026-03-31").Fill("Uraian", "Penera")
            .Fill("Jenjang pada jabatan yang ditinggalkan", "Ahli Pertama");

        page = await page.PressAsync("Catat keadaan");
        Assert.Contains("Jenjang hanya untuk pindah jabatan", Assert.Single(page.Errors), StringComparison.Ordinal);

        page = await page.Fill("Keadaan", "Pindah jabatan").PressAsync("Catat keadaan");
        Assert.NotNull(page.Done);
        Assert.Contains("Penera, jenjang Ahli Pertama", page.Text, StringComparison.Ordinal);
        Assert.Equal("Ahli Pertama", await site.AskAsync(db =>
            db.Keadaan.Where(k => k.PegawaiId == person && k.Jenis == JenisKeadaan.PindahJabatan).Select(k => k.Jenjang).SingleAsync()));
    }

    [Fact]
    public async Task What_cannot_be_beside_what_is_recorded_is_refused()
    {
        using var admin = await site.SignInAsync("admin");
        var person = site.People["arsiparis"].PegawaiId;
        Task<Visit> TryAsync(Visit page, string kind, string from, string to) => page.Fill("Keadaan", kind).Fill("Mulai", from)
            .Fill("Sampai dengan", to).Fill("Uraian", "Menurut surat").PressAsync("Catat keadaan");
        var page = await admin.GoAsync($"/periode/keadaan?periode={site.Period.Id}&pegawai={person}");
        foreach (var (kind, from, to, words) in new[]
        {
            ("Meninggal dunia", "2026-12-31", "", "hanya dicatat sesudah terjadi"),
            ("Cuti", "2024-01-01", "2024-05-01", "di luar periode"),
            ("Calon PNS (CPNS)", "2026-06-01", "2026-06-30", "sudah bukan CPNS"),
        })
        {
            page = await TryAsync(page, kind, from, to);
            Assert.Contains(words, Assert.Single(page.Errors), StringComparison.Ordinal);
        }

        page = await TryAsync(page, "Pensiun", "2026-09-01", "");
        Assert.NotNull(page.Done);
        foreach (var (kind, from, to) in new[]
        {
            ("Cuti", "2026-08-01", "2026-09-01"), ("Tugas belajar", "2026-01-01", "2026-12-31"), ("Pindah instansi", "2026-10-01", ""),
        })
        {
            page = await TryAsync(await admin.GoAsync($"/periode/keadaan?periode={site.Period.Id}&pegawai={person}"), kind, from, to);
            Assert.Contains("Pensiun sejak 1 September 2026 sudah tercatat dan tidak dapat bersamaan", Assert.Single(page.Errors),
                StringComparison.Ordinal);
        }

        // It holds for the person, whichever period is looked at.
        page = await TryAsync(
            await admin.GoAsync($"/periode/keadaan?periode={site.Kinerja.Id}&pegawai={person}"), "Cuti", "2026-10-01", "2026-10-09");
        Assert.Contains("Pensiun sejak 1 September 2026 sudah tercatat", Assert.Single(page.Errors), StringComparison.Ordinal);

        // Before that day there may be something; and who has retired may die.
        foreach (var (kind, from, to) in new[] { ("Tugas belajar", "2026-01-01", "2026-06-30"), ("Meninggal dunia", "2026-10-02", "") })
        {
            page = await TryAsync(await admin.GoAsync($"/periode/keadaan?periode={site.Period.Id}&pegawai={person}"), kind, from, to);
            Assert.NotNull(page.Done);
        }

        page = await TryAsync(
            await admin.GoAsync($"/periode/keadaan?periode={site.Period.Id}&pegawai={person}"), "Diberhentikan sementara", "2026-06-30", "2026-07-02");
        Assert.Contains("Tugas belajar 1 Januari s.d. 30 Juni 2026 sudah tercatat", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await TryAsync(page, "Pelaksana tugas (Plt.)", "2026-02-20", "2026-03-25");
        Assert.Contains("Tugas belajar 1 Januari s.d. 30 Juni 2026 sudah tercatat", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retirement_begins_and_does_not_end_and_each_regulation_says_what_follows()
    {
        using var admin = await site.SignInAsync("admin");
        var person = site.People["kabiddag"].PegawaiId;
        var page = (await admin.GoAsync($"/periode/keadaan?periode={site.Kinerja.Id}&pegawai={person}"))
            .Fill("Keadaan", "Pensiun").Fill("Mulai", "2026-12-01").Fill("Sampai dengan", "2026-12-31").Fill("Uraian", "Batas usia pensiun");

        page = await page.PressAsync("Catat keadaan");
        Assert.Contains("Kosongkan “Sampai dengan”", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("Batas usia pensiun", page.Value("Uraian"));

        page = await page.Fill("Sampai dengan", "").PressAsync("Catat keadaan");
        Assert.NotNull(page.Done);
        Assert.Contains("sejak 1 Desember 2026", page.Text, StringComparison.Ordinal);
        var form = (await admin.GoAsync($"/periode/keadaan?periode={site.Kinerja.Id}&pegawai={person}")).Text;
        Assert.Contains("Tetap mempunyai SKP, yang ditetapkan dalam dialog", form, StringComparison.Ordinal);
        Assert.Contains("diambil dari IPK yang dikonversi", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_of_a_PPPK_is_not_recorded_of_a_PNS()
    {
        using var admin = await site.SignInAsync("admin");
        var person = site.People["penyuluhind"].PegawaiId;
        var page = (await admin.GoAsync($"/periode/keadaan?periode={site.Kinerja.Id}&pegawai={person}"))
            .Fill("Keadaan", "Perjanjian kerja berakhir").Fill("Mulai", "2026-12-01").Fill("Uraian", "Tidak diperpanjang");

        page = await page.PressAsync("Catat keadaan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("hanya untuk PPPK, sedangkan orang ini PNS", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Keadaan", "", "Keadaan belum dipilih.")]
    [InlineData("Sampai dengan", "2026-02-28", "sama dengan atau sesudah")]
    [InlineData("Mulai", "1926-03-01", "antara 2000 dan 2100")]
    [InlineData("Uraian", "", "belum diisi")]
    public async Task A_wrong_field_gets_a_sentence_and_nothing_is_kept(string field, string value, string sentence)
    {
        using var admin = await site.SignInAsync("admin");
        var person = site.People["penyuluh"].PegawaiId;
        var page = (await admin.GoAsync($"/periode/keadaan?periode={site.Period.Id}&pegawai={person}"))
            .Fill("Keadaan", "Tugas belajar").Fill("Mulai", "2026-03-01").Fill("Sampai dengan", "2026-05-31").Fill("Uraian", "Universitas");

        page = await page.Fill(field, field == "Keadaan" ? "Pilih" : value).PressAsync("Catat keadaan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(sentence, StringComparison.Ordinal));
        Assert.False(await site.AskAsync(db => db.Keadaan.AnyAsync(k => k.PegawaiId == person)));
    }

    [Theory]
    [InlineData("Cuti", "2026-05-31", "2026-06-30", false)]
    [InlineData("Cuti", "2026-06-01", "2026-06-30", true)]
    [InlineData("Tugas belajar", "2026-05-01", "2026-06-30", true)]
    public async Task The_same_of_one_person_is_recorded_once_for_a_day(string jenis, string mulai, string selesai, bool isTaken)
    {
        using var admin = await site.SignInAsync("admin");
        var person = site.People["kauptd"].PegawaiId!.Value;
        await site.AskAsync(async db =>
        {
            await db.Keadaan.Where(k => k.PegawaiId == person).ExecuteDeleteAsync();
            db.Keadaan.Add(new(site.Period.Id, person, JenisKeadaan.Cuti, new(2026, 3, 1), new(2026, 5, 31), "Cuti besar", null));
            return await db.SaveChangesAsync();
        });
        var page = (await admin.GoAsync($"/periode/keadaan?periode={site.Period.Id}&pegawai={person}"))
            .Fill("Keadaan", jenis).Fill("Mulai", mulai).Fill("Sampai dengan", selesai).Fill("Uraian", "Cuti sakit");

        page = await page.PressAsync("Catat keadaan");

        Assert.Equal(isTaken, page.Done is not null);
        Assert.Equal(isTaken ? 2 : 1, await site.AskAsync(db => db.Keadaan.CountAsync(k => k.PegawaiId == person)));
        Assert.True(isTaken || page.Errors.Single().StartsWith("Cuti 1 Maret s.d. 31 Mei 2026 sudah tercatat (Cuti besar)",
            StringComparison.Ordinal), page.Text);
        Assert.True(isTaken || page.Value("Uraian") == "Cuti sakit");
    }

    [Fact]
    public async Task Nobody_takes_down_the_own_circumstances()
    {
        using var analis = await site.SignInAsync("analis");
        var me = site.People["analis"];
        Assert.Contains("dicatat orang lain", (await analis.GoAsync($"/periode/keadaan?cari={Uri.EscapeDataString(me.Nama)}")).Text,
            StringComparison.Ordinal);

        var address = $"/periode/keadaan?periode={site.Period.Id}";
        var page = await analis.PostAsync(address, $"{address}&pegawai={site.People["analis2"].PegawaiId}",
            ("Pegawai", $"{me.PegawaiId}"), ("Input.Jenis", "Cuti"), ("Input.Mulai", "2026-01-01"), ("Input.Selesai", "2026-02-01"),
            ("Input.Uraian", "Cuti besar"));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Keadaan Anda sendiri dicatat oleh", page.Text, StringComparison.Ordinal);
        Assert.False(await site.AskAsync(db => db.Keadaan.AnyAsync(k => k.PegawaiId == me.PegawaiId)));
    }

    [Fact]
    public async Task An_acting_position_is_proposed_as_a_tugas_tambahan()
    {
        var id = await site.DossierAtAsync(Step.Input, "penera");
        await site.AskAsync(async db =>
        {
            db.Keadaan.Add(new(
                site.Period.Id, site.People["penera"].PegawaiId!.Value, JenisKeadaan.Plt, new(2026, 2, 1), new(2026, 4, 30),
                "Kepala UPTD Metrologi", "800/7"));
            return await db.SaveChangesAsync();
        });
        using var analis = await site.SignInAsync("analis");

        var text = (await analis.GoAsync($"/berkas/{id}/input")).Text;

        Assert.Contains(
            "tulis “Plt. Kepala UPTD Metrologi” dengan nomor surat 800/7 sebagai satu tugas tambahan", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_moved_gets_the_average_of_both_positions_on_the_screen_and_on_the_form()
    {
        var id = await site.DossierAtAsync(Step.Input, "analisdag");
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync($"/berkas/{id}/input");
        foreach (var field in page.Page.QuerySelectorAll("label")
            .Where(l => l.TextContent.StartsWith("Realisasi ", StringComparison.Ordinal)).Select(l => l.TextContent).ToList())
        {
            page.Fill(field, "1");
        }

        page = await page.Fill("Jabatan lama 1", "Pengelola Pasar, UPTD Pasar")
            .Fill("Nilai SKP jabatan lama 1", "85,5").PressAsync("Kirim ke atasan langsung");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains("Hari terakhir pada jabatan lama belum diisi", StringComparison.Ordinal));
        Assert.Equal("Pengelola Pasar, UPTD Pasar", page.Value("Jabatan lama 1"));
        page = await page.Fill("Pejabat penilai jabatan lama 1", "H. Syarif, S.E.")
            .Fill("Hari terakhir pada jabatan lama 1", "2026-04-30").PressAsync("Kirim ke atasan langsung");
        Assert.NotNull(page.Done);

        var score = await site.PlayAsync(async play =>
        {
            var dossier = await site.AskAsync(
                db => db.Dossiers.Include(d => d.Period).Include(d => d.History).SingleAsync(d => d.Id == id));
            return ((Domain.Scoring.Pp46.Pp46Sheet)dossier.Sheet.With(Seeding.SampleWork.Rated(dossier))).Score();
        });
        Assert.Equal((1, 85.5m), (score.JumlahJabatanLain, score.NilaiSkpLain));
        Assert.Equal(Domain.Scoring.Pembulatan.DuaDesimal((85.5m + score.NilaiSkpJabatanIni) / 2), score.NilaiSkp);
    }
}
