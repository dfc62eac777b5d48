using Microsoft.EntityFrameworkCore;

namespace SopKinerja.Web.Persistence;

/// <summary>Whether a new superior would close a circle; each walks up in one command. Of people the database asks it again, for two who
/// save at once.</summary>
public static class CycleChecks
{
    public static Task<bool> IsAboveAsync(this SopDbContext db, int pegawaiId, int atasanId) => db.Database.SqlQuery<bool>(
        $"""
        with recursive above (id, atasan_id) as (
            select id, atasan_id from pegawai where id = {atasanId}
            union
            select p.id, p.atasan_id from pegawai p join above a on p.id = a.atasan_id)
        select exists (select from above where id = {pegawaiId}) as "Value"
        """).SingleAsync();

    /// <summary>The unit and all below it.</summary>
    public static IQueryable<int> UnitsWithin(this SopDbContext db, int unitId) => db.Database.SqlQuery<int>(
        $"""
        select id as "Value" from (
            with recursive within (id) as (
                select {unitId}::int
                union
                select u.id from unit_kerja u join within w on u.induk_id = w.id)
            select id from within) units
        """);

    public static Task<bool> ContainsAsync(this SopDbContext db, int unitId, int indukId) => db.Database.SqlQuery<bool>(
        $"""
        with recursive above (id, induk_id) as (
            select id, induk_id from unit_kerja where id = {indukId}
            union
            select u.id, u.induk_id from unit_kerja u join above a on u.id = a.induk_id)
        select exists (select from above where id = {unitId}) as "Value"
        """).SingleAsync();
}
