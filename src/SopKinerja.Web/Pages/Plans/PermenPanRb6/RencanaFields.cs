using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans.PermenPanRb6;

public sealed record RencanaFields(string List, int Index, BarisRencana Row, FormulirSkp Form, RencanaPimpinan Pimpinan)
{
    public static readonly IReadOnlyList<SelectListItem> Aspek =
        [.. Enum.GetValues<AspekIndikator>().Select(a => new SelectListItem(a.Nama(), a.ToString()))];

    public static readonly IReadOnlyList<SelectListItem> Perspektif =
        [.. Enum.GetValues<Perspektif>().Select(p => new SelectListItem(p.Nama(), p.ToString()))];

    public bool IsTambahan => List == nameof(SasaranForm.Tambahan);

    /// <summary>"utama 3", with which the labels end.</summary>
    public string Nama => $"{List.ToLowerInvariant()} {Index + 1}";

    public string Prefix => $"Input.{List}[{Index}]";

    public string NextIndikator => FieldId.Of(
        $"{Prefix}.Indikator[{Row.Indikator.Length}].{(Form.HasAspek ? nameof(BarisIndikator.Aspek) : nameof(BarisIndikator.Uraian))}");

    public static string First(string list, int index, FormulirSkp form, RencanaPimpinan pimpinan)
    {
        var field = !form.MayIntervene ? nameof(BarisRencana.Uraian)
            : pimpinan.Rows.Count > 0 ? nameof(BarisRencana.Dari)
            : nameof(BarisRencana.Diintervensi);
        return FieldId.Of($"Input.{list}[{index}].{field}");
    }
}
