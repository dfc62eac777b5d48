using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.People.Units;

/// <summary>What an administrator does to a unit, from the form or from a spreadsheet.</summary>
public sealed class UnitChanges(SopDbContext db, ChangeLog log, Register register)
{
    public async Task<UnitKerja> AddAsync(ClaimsPrincipal user, UnitForm form)
    {
        var unit = new UnitKerja(form.Kode!.Trim(), form.Nama!.Trim(), form.IndukId);
        unit.Change(unit.Kode, unit.Nama, unit.IndukId, form.Aktif);
        db.UnitKerja.Add(unit);
        await log.SaveNewAsync(
            user, ChangeSubjects.UnitKerja, () => unit.Id, unit.Nama, $"menambahkan unit kerja ini dengan kode “{unit.Kode}”.");
        return unit;
    }

    /// <param name="unit">A tracked unit, as it is now.</param>
    /// <param name="form">As it shall be; its version is the one that was seen.</param>
    /// <param name="induk">The name of a unit, by its key.</param>
    public async Task ChangeAsync(ClaimsPrincipal user, UnitKerja unit, UnitForm form, Func<int?, string?> induk)
    {
        var before = UnitForm.Of(unit);
        db.Entry(unit).Property(u => u.Version).OriginalValue = form.Version ?? 0;
        unit.Change(form.Kode!.Trim(), form.Nama!.Trim(), form.IndukId, form.Aktif);
        log.Write(user, ChangeSubjects.UnitKerja, unit.Id, unit.Nama, new Differences()
            .Of("kode", before.Kode, unit.Kode).Of("nama", before.Nama, unit.Nama)
            .Of("unit di atasnya", induk(before.IndukId), induk(unit.IndukId))
            .Of("keadaan", Keadaan(before.Aktif), Keadaan(unit.IsActive)));
        // Forms print the name of the unit.
        await register.SaveAsync([.. await db.Pegawai.Where(p => p.UnitKerjaId == unit.Id).Select(p => p.Id).ToListAsync()]);
    }

    private static string Keadaan(bool isActive) => isActive ? "dipakai" : "tidak dipakai";
}
