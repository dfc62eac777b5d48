using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Persistence;

public static class PegawaiQueries
{
    /// <summary>People who work in the dinas now, so that each of them needs a plan.</summary>
    public static IQueryable<Pegawai> OfTheDinas(this IQueryable<Pegawai> people) => people.Where(p => p.IsActive && p.UnitKerjaId != null);

    public static IQueryable<Pegawai> Named(this IQueryable<Pegawai> people, string? text) =>
        SearchWords.Of(text).Aggregate(people, (found, word) =>
    {
        var pattern = SearchWords.Pattern(word);
        return found.Where(p => EF.Functions.ILike(p.Nama, pattern, @"\"));
    });

    /// <summary>People who come after that one in a list by name and key; all of them for null.</summary>
    public static IQueryable<Pegawai> FollowingByName(this IQueryable<Pegawai> people, IQueryable<Pegawai> everybody, int? after) =>
        after is null
        ? people
        : people.Where(p => everybody.Any(last => last.Id == after
            && EF.Functions.GreaterThan(ValueTuple.Create(p.Nama, p.Id), ValueTuple.Create(last.Nama, last.Id))));
}
