using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Pages.Plans;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>The plan of a person for a period: the one that is there, or the one that could be begun.</summary>
internal sealed record PlanSubject(Period Period, Pegawai Pegawai, Plan? Plan, Candidate? Candidate) : IRecordSubject
{
    public string Key => $"{Pegawai.Id}/{Period.Id}";

    public int PegawaiId => Pegawai.Id;

    public string? Nip => Pegawai.Nip;

    public string Nama => Pegawai.Nama;

    public string Periode => Period.Nama;

    public bool IsNew => Plan is null;

    /// <summary>The states of the person in the period.</summary>
    public IReadOnlyList<KeadaanPegawai> Keadaan { get; init; } = [];

    public static PlanSubject Of(Plan plan) => new(plan.Period, plan.Pegawai, plan, null);
}
