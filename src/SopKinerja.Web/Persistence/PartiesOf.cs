using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

public static class PartiesOf
{
    /// <exception cref="InvalidOperationException">The person has no atasan langsung or no unit.</exception>
    public static async Task<(Parties Parties, int UnitKerjaId)> LoadAsync(SopDbContext db, Plan plan, string outside) =>
        await LoadAsync(db, (plan.PegawaiId, plan.PeriodId), outside) is ({ } parties, { } unit)
            ? (parties, unit)
            : throw new InvalidOperationException($"Pegawai {plan.PegawaiId} has no atasan langsung, or no unit.");

    /// <summary>As the register has them now; null where it names no atasan langsung, or no unit.</summary>
    public static async Task<(Parties? Parties, int? UnitKerjaId)> LoadAsync(
        SopDbContext db, (int PegawaiId, int PeriodId) asn, string outside)
    {
        var person = await db.Pegawai.AsNoTracking()
            .Include(p => p.UnitKerja).Include(p => p.Atasan!.UnitKerja).Include(p => p.Atasan!.Atasan!.UnitKerja)
            .Include(p => p.Atasan!.Atasan!.Atasan!.UnitKerja)
            .SingleAsync(p => p.Id == asn.PegawaiId);
        var left = await db.Keadaan.AsNoTracking()
            .Where(k => k.PeriodId == asn.PeriodId && k.PegawaiId == asn.PegawaiId && k.Jenjang != null).ToListAsync();
        return (person.Atasan is null ? null : Of(person, left, outside), person.UnitKerjaId);
    }

    /// <summary>Of the present position as the register has them; of one that was left, with the superior of then.</summary>
    public static Parties Of(Plan plan, IEnumerable<KeadaanPegawai> left, string outside) => plan.Post == 0
        ? Of(plan.Pegawai, left, outside)
        : Of(plan.Pegawai, Party.Of(plan, outside), plan.Atasan, left, outside);

    /// <param name="left">Jenjang that the person held earlier in the period.</param>
    public static Parties Of(Pegawai person, IEnumerable<KeadaanPegawai> left, string outside) => Of(
        person, Party.Of(person, outside),
        person.Atasan ?? throw new InvalidOperationException($"{person.Nama} has no atasan langsung."), left, outside);

    private static Parties Of(Pegawai person, Party party, Pegawai atasan, IEnumerable<KeadaanPegawai> left, string outside)
    {
        IReadOnlyList<MasaJenjang> earlier =
            [.. left.OrderBy(k => k.Mulai).Select(k => new MasaJenjang(k.Jenjang!, k.Mulai, k.Selesai!.Value))];
        var asn = party with { JenjangSebelumnya = earlier.Count == 0 ? null : earlier };
        return new(asn, Party.Of(atasan, outside), atasan.Atasan is { } above && above.Id != person.Id ? Party.Of(above, outside) : null)
        {
            PejabatLebihTinggi = atasan.Atasan?.Atasan is { } higher && higher.Id != person.Id ? Party.Of(higher, outside) : null,
        };
    }
}
