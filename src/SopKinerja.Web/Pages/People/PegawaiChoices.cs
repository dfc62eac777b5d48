using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.People;

/// <summary>What can be chosen for a person: active units and people, and whatever stands there already.</summary>
public sealed record PegawaiChoices(IReadOnlyList<SelectListItem> Units, IReadOnlyList<SelectListItem> Superiors)
{
    public static readonly FieldRefusal Circle =
        new(UnsavedReason.Circle, "Input.AtasanId", "Orang ini berada di bawah pegawai yang sedang diubah, jadi keduanya akan saling "
            + "menilai. Pilih pejabat penilai lain.");

    public static readonly IReadOnlyList<SelectListItem> Golongans =
    [
        .. Grouped("PNS", Golongan.Pns.Select(g => g.Kode)),
        .. Grouped("PPPK", Golongan.Pppk),
    ];

    public static readonly IReadOnlyList<SelectListItem> JenisJabatans =
    [
        new("Pimpinan tinggi", nameof(JenisJabatan.PimpinanTinggi)),
        new("Administrator", nameof(JenisJabatan.Administrator)),
        new("Pengawas", nameof(JenisJabatan.Pengawas)),
        new("Fungsional", nameof(JenisJabatan.Fungsional)),
        new("Pelaksana", nameof(JenisJabatan.Pelaksana)),
    ];

    public static readonly IReadOnlyList<SelectListItem> Jenjangs = [.. AngkaKredit.Jenjang.Select(
        j => new SelectListItem(j.Jenjang, j.Jenjang))];

    /// <param name="pegawaiId">Who is edited: never a superior of his own; null for someone new.</param>
    public static async Task<PegawaiChoices> LoadAsync(SopDbContext db, int? pegawaiId)
    {
        var units = db.UnitKerja.Where(u => u.IsActive || db.Pegawai.Any(p => p.Id == pegawaiId && p.UnitKerjaId == u.Id))
            .Select(u => new { IsUnit = true, u.Id, u.Nama, Jabatan = "", Unit = (string?)null, Nomor = (string?)u.Kode });
        var people = db.Pegawai.Where(p => p.Id != pegawaiId
            && (p.IsActive || db.Pegawai.Any(x => x.Id == pegawaiId && x.AtasanId == p.Id)))
            .Select(p => new { IsUnit = false, p.Id, p.Nama, p.Jabatan, Unit = (string?)p.UnitKerja!.Nama, Nomor = p.Nip });
        var rows = await units.Concat(people).OrderBy(r => r.Nama).ThenBy(r => r.Id).ToListAsync();
        return new(
            UnitChoice.Items([.. rows.Where(r => r.IsUnit).Select(r => new UnitChoice(r.Id, r.Nama, r.Nomor!))]),
            PersonChoice.Items(rows.Where(r => !r.IsUnit).Select(r => new PersonChoice(r.Id, r.Nama, r.Jabatan, r.Unit, r.Nomor))));
    }

    /// <summary>Whether unit and superior may be chosen; otherwise a sentence at the field.</summary>
    public async Task<bool> AllowAsync(PegawaiForm form, int? pegawaiId, SopDbContext db, ModelStateDictionary state)
    {
        foreach (var (field, sentence) in WhyNot(
            form, pegawaiId, unit => Units.Any(u => u.Value == $"{unit}"), person => Superiors.Any(p => p.Value == $"{person}")))
        {
            state.AddModelError($"Input.{field}", sentence);
        }

        // Only of those who may be chosen at all.
        if (state.GetFieldValidationState(Circle.Field) != ModelValidationState.Invalid
            && form.AtasanId is { } atasan && pegawaiId is { } id && await db.IsAboveAsync(id, atasan))
        {
            state.AddModelError(Circle.Field, Circle.Sentence);
        }

        return state.IsValid;
    }

    /// <summary>What the register says against unit and superior, with the field; whether they close a circle is asked besides.</summary>
    public static IEnumerable<(string Field, string Sentence)> WhyNot(
        PegawaiForm form, int? pegawaiId, Func<int, bool> mayBeUnit, Func<int, bool> mayBeSuperior)
    {
        if (form.UnitKerjaId is { } unit && !mayBeUnit(unit))
        {
            yield return (nameof(form.UnitKerjaId), "Unit kerja ini tidak ada dalam daftar. Pilih unit kerja lain.");
        }

        if (form.AtasanId is not { } atasan)
        {
            yield break;
        }

        if (atasan == pegawaiId)
        {
            yield return (nameof(form.AtasanId),
                "Seseorang tidak dapat menjadi pejabat penilai bagi dirinya sendiri. Pilih orang lain.");
        }
        else if (!mayBeSuperior(atasan))
        {
            yield return (nameof(form.AtasanId),
                "Pejabat penilai ini tidak ada dalam daftar. Pilih pegawai lain yang aktif.");
        }
    }

    private static IEnumerable<SelectListItem> Grouped(string nama, IEnumerable<string> codes)
    {
        var group = new SelectListGroup { Name = nama };
        return codes.Select(kode => new SelectListItem(Golongan.Tampil(kode), kode) { Group = group });
    }
}

public interface IPegawaiPage
{
    PegawaiForm Input { get; }

    PegawaiChoices Choices { get; }
}
