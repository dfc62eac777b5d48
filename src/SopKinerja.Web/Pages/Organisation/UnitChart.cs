using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Organisation;

/// <summary>The units as a tree, each with its head, how many work there, and what is odd among them.</summary>
public sealed class UnitChart(SopDbContext db)
{
    public const string Judul = "Bagan unit kerja";

    public async Task<Chart?> LoadAsync(ChartReader reader, int? root, int? after, DateOnly today, CancellationToken cancel)
    {
        var units = (await db.UnitKerja.AsNoTracking()
            .Where(u => u.IsActive || db.Pegawai.Any(p => p.UnitKerjaId == u.Id && p.IsActive)
                || db.UnitKerja.Any(b => b.IndukId == u.Id && b.IsActive))
            .Select(u => new Unit(
                u.Id, u.IndukId, u.Nama, u.IsActive, db.Pegawai.Count(p => p.UnitKerjaId == u.Id && p.IsActive)))
            .ToListAsync(cancel)).OrderBy(u => u.Nama, StringComparer.CurrentCulture).ThenBy(u => u.Id).ToDictionary(u => u.Id);
        var forest = new Forest([.. units.Values.Select(u => (u.Id, u.IndukId))]);
        if (root is { } one && !forest.Contains(one))
        {
            return null;
        }

        var window = new ForestWindow(forest);
        window.Take(root, after);
        var shown = window.Shown;
        var heads = (await db.UnitHeads().Where(p => shown.Contains(p.UnitKerjaId!.Value))
            .Select(p => new { UnitId = p.UnitKerjaId!.Value, p.Id, p.Nama, p.Jabatan }).ToListAsync(cancel)).ToLookup(h => h.UnitId);
        var acting = (await db.Penugasan.AsNoTracking().Include(p => p.Pelaksana).Include(p => p.Menggantikan).RunningOn(today)
            .Where(p => shown.Contains(p.Menggantikan.UnitKerjaId!.Value)
                && Pegawai.JenisJabatanPenilai.Contains(p.Menggantikan.JenisJabatan))
            .ToListAsync(cancel)).ToLookup(p => p.Menggantikan.UnitKerjaId!.Value);
        var odd = (await Kejanggalan.Each(db).Join(db.Pegawai, j => j.PegawaiId, p => p.Id, (j, p) => new { j.Kode, p.UnitKerjaId })
            .Where(j => shown.Contains(j.UnitKerjaId!.Value)).GroupBy(j => new { j.Kode, j.UnitKerjaId })
            .Select(g => new { g.Key.Kode, UnitId = g.Key.UnitKerjaId!.Value, Count = g.Count() }).ToListAsync(cancel))
            .ToLookup(j => j.UnitId);

        ChartNode Draw(int id)
        {
            var unit = units[id];
            IReadOnlyList<string> leading =
            [
                .. heads[id].OrderBy(h => h.Nama, StringComparer.CurrentCulture).Select(h => $"{h.Nama}, {h.Jabatan}"),
                .. acting[id].Select(p => p.InHisPlace),
            ];
            return new(
                id, unit.Nama,
                [
                    .. leading, unit.People == 0 ? "Belum ada pegawai" : $"{unit.People} pegawai",
                    .. unit.IsActive ? Array.Empty<string>() : ["Tidak dipakai"],
                ],
                [
                    .. heads[id].Any() ? Array.Empty<ChartMark>() : [new ChartMark("Kepala unit kosong", null)],
                    .. Kejanggalan.Rows.SelectMany(row => odd[id].Where(j => j.Kode == row.Kode)
                        .Select(j => new ChartMark($"{row.Nama}: {j.Count}", reader.IfOpen("/People/Odd", Links.People.Odd(row.Kode))))),
                ],
                [.. window.Below(id).Select(Draw)], forest.CountBelow(id))
            {
                Url = reader.IfOpen("/People/Units/Edit", Links.Units.Edit(id)),
                From = Links.Organisation.Units(id),
                HandOver = heads[id].FirstOrDefault() is { } head
                    ? reader.IfOpen("/People/HandOver", Links.People.HandOver(head.Id)) : null,
            };
        }

        return new(
            [.. window.Tops.Select(Draw)], window.Last,
            root is { } top && units[top].IndukId is { } above && units.TryGetValue(above, out var over)
                ? (over.Nama, Links.Organisation.Units(above)) : null);
    }

    private sealed record Unit(int Id, int? IndukId, string Nama, bool IsActive, int People);
}
