using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

public static class PartiesOf
{
    /// <exception cref="InvalidOperationException">The person has no atasan langsung or no unit.</exception>
    public static async Task<(Parties Parties, int UnitKerjaId)> LoadAsync(SopDbContext db, int pegawaiId, string outside)
    {
        var person = await db.Pegawai.AsNoTracking()
            .Include(p => p.UnitKerja).Include(p => p.Atasan!.UnitKerja).Include(p => p.Atasan!.Atasan!.UnitKerja)
            .SingleAsync(p => p.Id == pegawaiId);
        return (Of(person, outside), person.UnitKerjaId ?? throw new InvalidOperationException($"{person.Nama} has no unit."));
    }

    public static Parties Of(Pegawai person, string outside)
    {
        var atasan = person.Atasan ?? throw new InvalidOperationException($"{person.Nama} has no atasan langsung.");
        return new(Party.Of(person, outside), Party.Of(atasan, outside), atasan.Atasan is { } above ? Party.Of(above, outside) : null);
    }
}
