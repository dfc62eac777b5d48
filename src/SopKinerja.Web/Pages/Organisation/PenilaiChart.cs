using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Organisation;

/// <summary>Who rates whom: everybody below his pejabat penilai.</summary>
public sealed class PenilaiChart(SopDbContext db)
{
    public const string Judul = "Bagan penilai";

    /// <param name="unit">Only people of this unit and of those below it; null for all.</param>
    /// <param name="root">Only this person and whoever stands below; null for all.</param>
    public async Task<Chart?> LoadAsync(
        ChartReader reader, int? unit, int? root, int? after, DateOnly today, CancellationToken cancel)
    {
        var people = db.Pegawai.AsNoTracking().Where(p => p.IsActive || db.Pegawai.Any(b => b.AtasanId == p.Id && b.IsActive));
        if (unit is { } from)
        {
            var units = db.UnitsWithin(from);
            people = people.Where(p => units.Contains(p.UnitKerjaId!.Value));
        }

        var ties = (await people.Select(p => new { p.Id, p.AtasanId, p.Nama, p.JenisJabatan }).ToListAsync(cancel))
            .OrderBy(p => p.JenisJabatan).ThenBy(p => p.Nama, StringComparer.CurrentCulture).ThenBy(p => p.Id);
        var forest = new Forest([.. ties.Select(p => (p.Id, p.AtasanId))]);
        if (root is { } one && !forest.Contains(one))
        {
            return null;
        }

        var window = new ForestWindow(forest);
        window.Take(root, after);
        var shown = window.Shown;
        var found = await db.Pegawai.AsNoTracking().Where(p => shown.Contains(p.Id)).Select(p => new Person(
                p.Id, p.Nama, p.Nip, p.Jabatan, p.UnitKerja!.Nama, p.IsActive, p.AtasanId, p.Atasan!.Nama))
            .ToDictionaryAsync(p => p.Id, cancel);
        var acting = await db.InPlaceOfAsync(shown, today, cancel);
        var odd = (await Kejanggalan.Each(db).Where(j => shown.Contains(j.PegawaiId)).ToListAsync(cancel)).ToLookup(j => j.PegawaiId);

        ChartNode Draw(int id)
        {
            var person = found[id];
            return new(
                id, person.Nama,
                [
                    person.Jabatan, .. person.Nip is null ? Array.Empty<string>() : [$"NIP {Ukuran.NipSamar(person.Nip)}"],
                    person.Unit ?? "Di luar dinas",
                    .. window.Tops.Contains(id) && person.Atasan is { } above ? [$"Dinilai oleh {above}"] : Array.Empty<string>(),
                    .. acting.TryGetValue(id, out var instead) ? [instead] : Array.Empty<string>(),
                    .. person.IsActive ? Array.Empty<string>() : ["Tidak aktif"],
                ],
                [
                    .. Kejanggalan.Rows.Where(row => odd[id].Any(j => j.Kode == row.Kode))
                        .Select(row => new ChartMark(row.Nama, reader.IfOpen("/People/Odd", Links.People.Odd(row.Kode)))),
                ],
                [.. window.Below(id).Select(Draw)], forest.CountBelow(id))
            {
                Url = reader.IfOpen("/People/Edit", Links.People.Edit(id)),
                From = Links.Organisation.Penilai(unit, id),
                HandOver = forest.CountBelow(id) > 0 ? reader.IfOpen("/People/HandOver", Links.People.HandOver(id)) : null,
            };
        }

        return new(
            [.. window.Tops.Select(Draw)], window.Last, root is { } top && found[top] is { AtasanId: { } over, Atasan: { } nama }
                ? (nama, Links.Organisation.Penilai(person: over)) : null);
    }

    private sealed record Person(
        int Id, string Nama, string? Nip, string Jabatan, string? Unit, bool IsActive, int? AtasanId, string? Atasan);
}
