using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.People.Units;

/// <summary>Puts a unit under another with all that is below it, and its head under the head of that one.</summary>
public sealed class UnitMoves(SopDbContext db, UnitChanges units, PegawaiChanges people)
{
    /// <summary>What would move, and what would not.</summary>
    public async Task<UnitMove> LookAsync(UnitKerja unit, UnitKerja induk)
    {
        var within = db.UnitsWithin(unit.Id);
        var moved = await db.UnitKerja.AsNoTracking().Where(u => within.Contains(u.Id)).OrderBy(u => u.Nama).ThenBy(u => u.Id)
            .Select(u => new MovedUnit(u.Id, u.Nama, u.Version, u.Id == unit.Id, db.Pegawai.Where(p => p.UnitKerjaId == u.Id && p.IsActive)
                .Select(p => p.Id).ToList())).ToListAsync();
        var heads = (await db.UnitHeads().AsNoTracking().Include(p => p.Atasan)
            .Where(p => p.UnitKerjaId == unit.Id || p.UnitKerjaId == induk.Id).OrderBy(p => p.Nama).ToListAsync())
            .ToLookup(p => p.UnitKerjaId!.Value);
        List<Pegawai> own = [.. heads[unit.Id]];
        var (atasan, whyNot) = await AtasanAsync(induk, own, [.. heads[induk.Id]]);
        var changing = own.Where(p => atasan is not null && p.AtasanId != atasan.Id).ToList();
        var ids = changing.Select(p => p.Id).ToArray();
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => d.ClosedAt == null)
            .Select(d => new
            {
                d.Id,
                Nama = EF.Property<string>(d, DossierQueries.AsnNama),
                Follows = d.Post == 0 && d.Step <= Step.Validate && d.Outcome == null && db.Pegawai.Any(p => p.Id == d.AsnId
                    && (ids.Contains(p.Id) || ids.Contains(p.AtasanId!.Value) || ids.Contains(p.Atasan!.AtasanId!.Value))),
                IsWithin = db.Pegawai.Any(p => p.Id == d.AsnId && within.Contains(p.UnitKerjaId!.Value)),
            })
            .Where(d => d.Follows || d.IsWithin).OrderBy(d => d.Nama).ThenBy(d => d.Id).ToListAsync();
        return new(
            unit, induk, moved, own, changing, atasan, whyNot,
            [.. dossiers.Select(d => new MovedDossier(d.Id, d.Nama, d.Follows, d.IsWithin))]);
    }

    /// <summary>In one transaction, each by the class that does it by hand.</summary>
    public async Task PerformAsync(ClaimsPrincipal user, UnitMove move, string? oldInduk, bool givesAtasan)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var form = UnitForm.Of(move.Unit);
        form.IndukId = move.Induk.Id;
        await units.ChangeAsync(user, move.Unit, form, id => id == move.Induk.Id ? move.Induk.Nama : oldInduk);
        foreach (var seen in givesAtasan ? move.Changing : [])
        {
            var head = await db.Pegawai.SingleAsync(p => p.Id == seen.Id);
            var below = PegawaiForm.Of(head);
            (below.AtasanId, below.Version) = (move.Atasan!.Id, seen.Version);
            await people.ChangeAsync(
                user, head, below, _ => null, id => id == move.Atasan.Id ? move.Atasan.Nama : seen.Atasan?.Nama);
        }

        await transaction.CommitAsync();
    }

    private async Task<(Pegawai? Atasan, string? WhyNot)> AtasanAsync(
        UnitKerja induk, List<Pegawai> own, List<Pegawai> above)
    {
        if (own.Count == 0)
        {
            return (null, "Unit ini belum mempunyai kepala, jadi tidak ada pejabat penilai yang berganti.");
        }

        if (above is not [var atasan])
        {
            return (null, above.Count == 0
                ? $"{induk.Nama} belum mempunyai kepala, jadi pejabat penilai kepala unit ini tidak diganti. Pilih kemudian pada datanya."
                : $"{induk.Nama} mempunyai lebih dari satu kepala ({string.Join("; ", above.Select(p => p.Nama).Order())}), jadi pejabat "
                    + "penilai kepala unit ini tidak diganti. Pilih kemudian pada datanya.");
        }

        foreach (var head in own)
        {
            if (head.Id == atasan.Id || await db.IsAboveAsync(head.Id, atasan.Id))
            {
                return (null, $"{atasan.Nama}, kepala {induk.Nama}, dinilai oleh {head.Nama} langsung atau lewat orang lain, jadi tidak "
                    + "dapat menjadi pejabat penilainya. Perbaiki kemudian pada datanya.");
            }
        }

        return own.All(p => p.AtasanId == atasan.Id)
            ? (null, $"{string.Join("; ", own.Select(p => p.Nama))} sudah dinilai oleh {atasan.Nama}, kepala {induk.Nama}.")
            : (atasan, null);
    }
}

/// <param name="Heads">Of the unit itself.</param>
/// <param name="Changing">Those of them who would get another pejabat penilai.</param>
/// <param name="Atasan">Who that would be; null where nobody is offered.</param>
/// <param name="WhyNot">Why nobody is, as a sentence.</param>
public sealed record UnitMove(
    UnitKerja Unit, UnitKerja Induk, IReadOnlyList<MovedUnit> Units, IReadOnlyList<Pegawai> Heads, IReadOnlyList<Pegawai> Changing,
    Pegawai? Atasan, string? WhyNot, IReadOnlyList<MovedDossier> Dossiers)
{
    public int PeopleCount => Units.Sum(u => u.People.Count);

    public IReadOnlyList<MovedDossier> Following { get; } = [.. Dossiers.Where(d => d.Follows)];

    public int StayingCount => Dossiers.Count(d => d.IsWithin && !d.Follows);

    /// <summary>Of all that a page shows of it, so that the form is refused when it is no longer so.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', Parts()))));

    private IEnumerable<string> Parts() => Units.OrderBy(u => u.Id)
        .Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.Id}.{u.Version}:{string.Join(',', u.People.Order())}"))
        .Concat(Changing.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Id}.{p.AtasanId}.{Atasan?.Id}")))
        .Append(string.Create(CultureInfo.InvariantCulture, $"{Induk.Id}"))
        .Append(string.Join(',', Dossiers.OrderBy(d => d.Id).Select(d => $"{d.Id}{d.Follows}")));
}

/// <param name="People">Keys of the active ones.</param>
public sealed record MovedUnit(int Id, string Nama, uint Version, bool IsTop, IReadOnlyList<int> People);

/// <summary>A dossier that is not closed.</summary>
/// <param name="Follows">Whether one of its parties changes with the pejabat penilai of the head.</param>
/// <param name="IsWithin">Whether it is of somebody who works in what moves.</param>
public sealed record MovedDossier(long Id, string Nama, bool Follows, bool IsWithin);
