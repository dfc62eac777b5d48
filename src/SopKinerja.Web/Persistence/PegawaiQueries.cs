using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Persistence;

public static class PegawaiQueries
{
    /// <summary>Name of the computed column by which a person is found.</summary>
    public const string NamaCari = "NamaCari";

    /// <summary>People who work in the dinas now, so that each of them needs a plan.</summary>
    public static IQueryable<Pegawai> OfTheDinas(this IQueryable<Pegawai> people) => people.Where(p => p.IsActive && p.UnitKerjaId != null);

    /// <summary>Finds by parts of the name, whichever way they are written.</summary>
    public static IQueryable<Pegawai> Named(this IQueryable<Pegawai> people, string? text) =>
        people.Containing(text, p => EF.Property<string>(p, NamaCari));

    /// <summary>The same, or by some of the figures of the NIP, or by both.</summary>
    public static IQueryable<Pegawai> NamedOrNumbered(this IQueryable<Pegawai> people, string? text)
    {
        var (words, nip) = SearchWords.WithNip(text);
        people = people.Containing(words, p => EF.Property<string>(p, NamaCari));
        return nip is null ? people : people.Where(p => p.Nip!.Contains(nip));
    }

    /// <summary>People who come after that one in a list by name and key; all of them for null.</summary>
    public static IQueryable<Pegawai> FollowingByName(this IQueryable<Pegawai> people, IQueryable<Pegawai> everybody, int? after) =>
        after is null
        ? people
        : people.Where(p => everybody.Any(last => last.Id == after
            && EF.Functions.GreaterThan(ValueTuple.Create(p.Nama, p.Id), ValueTuple.Create(last.Nama, last.Id))));
}
