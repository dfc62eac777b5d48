using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Access;

/// <summary>In which capacity somebody reads what is another's, in the words of the screen: "Kasubbag", "atasan langsung", "Plh. Kepala
/// Bidang Koperasi".</summary>
public static class ReadingCapacity
{
    /// <summary>What he is on the dossier.</summary>
    public static string Of(Dossier dossier, Actor actor, DateTimeOffset now) => string.Join(", ", Procedure.Capacities(dossier, actor, now)
        .Order().Select(role => Stands(dossier.IdOf(role), actor, now) ?? role.Nama()).Distinct());

    public static string Of(Plan plan, Actor actor, DateTimeOffset now) => actor.PegawaiId == plan.AtasanId
        ? Role.AtasanLangsung.Nama() : Stands(plan.AtasanId, actor, now) ?? Of(actor);

    /// <summary>By his offices, where what is read is of many.</summary>
    public static string Of(Actor actor) => Roles.Offices.Where(actor.Holds).Select(o => o.Nama()).ToList() is { Count: > 0 } offices
        ? string.Join(", ", offices)
        : "ASN";

    private static string? Stands(int? party, Actor actor, DateTimeOffset now) =>
        party is not null && party != actor.PegawaiId ? actor.MandateFor(party, Tanggal.DiWita(now))?.Sebagai : null;
}
