using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.People;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

/// <summary>What an administrator does to a person in the register, from the form or from a spreadsheet: saved with its line in the log of
/// changes, and with what follows it.</summary>
public sealed class PegawaiChanges(SopDbContext db, ChangeLog log, Register register, AccountChanges accounts)
{
    public async Task<Pegawai> AddAsync(ClaimsPrincipal user, PegawaiForm form)
    {
        var pegawai = new Pegawai(form.Digits(), form.Biodata());
        db.Pegawai.Add(pegawai);
        await log.SaveNewAsync(
            user, ChangeSubjects.Pegawai, () => pegawai.Id, pegawai.Nama, $"menambahkan pegawai ini dengan jabatan “{pegawai.Jabatan}”.");
        return pegawai;
    }

    /// <param name="pegawai">A tracked person, as he is now.</param>
    /// <param name="form">As he shall be; its version is the one that was seen.</param>
    /// <param name="unit">The name of a unit, by its key.</param>
    /// <param name="superior">The name of a person, by his key.</param>
    public async Task ChangeAsync(
        ClaimsPrincipal user, Pegawai pegawai, PegawaiForm form, Func<int?, string?> unit, Func<int?, string?> superior)
    {
        var before = PegawaiForm.Of(pegawai);
        db.Entry(pegawai).Property(p => p.Version).OriginalValue = form.Version ?? 0;
        pegawai.Change(form.Digits(), form.Biodata());
        var now = PegawaiForm.Of(pegawai);
        log.Write(user, ChangeSubjects.Pegawai, pegawai.Id, pegawai.Nama, Between(before, now)
            .Of("unit kerja", unit(before.UnitKerjaId), unit(now.UnitKerjaId))
            .Of("pejabat penilai", superior(before.AtasanId), superior(now.AtasanId))
            .Of("surat pendelegasian", $"{before.Biodata().Pendelegasian}".Trimmed(), $"{now.Biodata().Pendelegasian}".Trimmed())
            .Of("keadaan", Keadaan(before.Aktif), Keadaan(now.Aktif)));
        if ((now.Nip, now.Nama) != (before.Nip, before.Nama))
        {
            await accounts.RenamedAsync(user, pegawai.Id);
        }

        await register.SaveAsync(pegawai.Id);
    }

    private static Differences Between(PegawaiForm before, PegawaiForm now) => new Differences()
        .Of("NIP", before.Nip, now.Nip).Of("nama", before.Nama, now.Nama).Of("golongan", before.Golongan, now.Golongan)
        .Of("jabatan", before.Jabatan, now.Jabatan).Of("jenis jabatan", Jenis(before), Jenis(now))
        .Of("jenjang", before.Jenjang, now.Jenjang).Of("TMT jabatan", DateText(before.TmtJabatan), DateText(now.TmtJabatan))
        .Of("nomor seri karpeg", before.Karpeg, now.Karpeg).Of("tempat lahir", before.TempatLahir, now.TempatLahir)
        .Of("TMT pangkat", DateText(before.TmtPangkat), DateText(now.TmtPangkat)).Of("PAK terakhir", PakText(before), PakText(now));

    private static string? Jenis(PegawaiForm form) => Nama(PegawaiChoices.JenisJabatans, form.JenisJabatan);

    private static string? DateText(DateOnly? date) => date is { } day ? Tanggal.Tampil(day) : null;

    private static string? PakText(PegawaiForm form) => form.Biodata().Pak is { } pak
        ? $"{Angka.Exact(pak.AngkaKredit)}, nomor {pak.Nomor} tanggal {Tanggal.Tampil(pak.Tanggal)}, masa penilaian sampai "
            + $"{Tanggal.Tampil(pak.Sampai)}"
        : null;

    private static string Keadaan(bool isActive) => isActive ? "aktif" : "tidak aktif";

    internal static string? Nama(IEnumerable<SelectListItem> choices, object? value) =>
        value is null ? null : choices.FirstOrDefault(c => c.Value == $"{value}")?.Text;
}
