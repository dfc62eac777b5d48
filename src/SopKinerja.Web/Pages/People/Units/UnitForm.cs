using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Units;

public sealed class UnitForm
{
    public string? Kode { get; set; }

    public string? Nama { get; set; }

    public int? IndukId { get; set; }

    public bool Aktif { get; set; } = true;

    public uint? Version { get; set; }

    public static UnitForm Of(UnitKerja unit) =>
        new() { Kode = unit.Kode, Nama = unit.Nama, IndukId = unit.IndukId, Aktif = unit.IsActive, Version = unit.Version };
}

public sealed class UnitFormValidator : AbstractValidator<UnitForm>
{
    public UnitFormValidator()
    {
        RuleFor(f => f.Kode).Text(20, "kode unit")
            .Must(kode => kode!.Trim().All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '-' or '.'))
            .WithMessage("Kode unit hanya boleh berisi huruf besar, angka, titik, dan tanda hubung, misalnya UMPEG.");
        RuleFor(f => f.Nama).Text(200, "nama unit kerja");
    }
}

public interface IUnitPage
{
    static readonly FieldRefusal Circle = new(
        UnsavedReason.Circle, "Input.IndukId", "Unit itu berada di bawah unit yang sedang diubah. Pilih unit lain.");

    const string KodeTaken = "Kode ini sudah dipakai unit lain. Pilih kode lain.";

    /// <summary>Why the unit may not stand under another; whether that closes a circle is asked besides.</summary>
    static string? WhyNot(int? unitId, int induk, Func<int, bool> mayBeInduk) =>
        induk == unitId ? "Unit tidak dapat berada di bawah dirinya sendiri. Pilih unit lain."
        : mayBeInduk(induk) ? null : "Unit ini tidak ada dalam daftar. Pilih unit lain.";

    UnitForm Input { get; }

    IReadOnlyList<SelectListItem> Induks { get; }

    /// <summary>The units that may stand above: the active ones and the present one, never the unit itself.</summary>
    static async Task<IReadOnlyList<SelectListItem>> InduksAsync(SopDbContext db, int? unitId) => UnitChoice.Items(await db.UnitKerja
        .Where(u => u.Id != unitId && (u.IsActive || db.UnitKerja.Any(x => x.Id == unitId && x.IndukId == u.Id)))
        .OrderBy(u => u.Nama).ThenBy(u => u.Kode).Select(u => new UnitChoice(u.Id, u.Nama, u.Kode)).ToListAsync());
}
