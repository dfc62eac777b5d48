using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Web.Tests.Plans;

/// <summary>The content of a plan by the regulation that the test knows it to be under.</summary>
internal static class PlanContents
{
    public static IReadOnlyList<KegiatanTugasJabatan> Kegiatan(this Plan plan) => ((SasaranKerja)plan.Content).Kegiatan;

    public static SasaranKinerja Sasaran(this Plan plan) => (SasaranKinerja)plan.Content;
}
