using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Pages;

/// <summary>A person in a list to choose from.</summary>
public sealed record PersonChoice(int Id, string Nama, string Jabatan, string? UnitKerja, string? Nip)
{
    private const int EndOfNip = 6;

    public static readonly Expression<Func<Pegawai, PersonChoice>> From =
        p => new(p.Id, p.Nama, p.Jabatan, p.UnitKerja!.Nama, p.Nip);

    public static IReadOnlyList<SelectListItem> Items(IEnumerable<PersonChoice> people) =>
        [.. Apart(people).Select(p => new SelectListItem($"{p.Person.Nama}, {p.Words}", $"{p.Person.Id}"))];

    /// <summary>Each with what stands after the name: "Pengelola Sarana Perdagangan", and where another here has the same name also the
    /// unit and the end of the NIP.</summary>
    public static IEnumerable<(PersonChoice Person, string Words)> Apart(IEnumerable<PersonChoice> people)
    {
        var all = people.ToList();
        var shared = all.CountBy(p => p.Bare).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
        return all.Select(p => (p, shared.Contains(p.Bare) ? p.InFull : p.Jabatan));
    }

    // "SITI AISYAH, SE" and "Siti Aisyah, S.E." are read as one name, and so is "Siti Aisyah".
    private string Bare => string.Concat(Nama.Split(',')[0].Where(char.IsLetter)).ToUpperInvariant();

    private string InFull => string.Join(
        ", ", new[] { Jabatan, UnitKerja, Nip is null ? null : $"NIP …{Nip[^EndOfNip..]}" }.OfType<string>());
}
