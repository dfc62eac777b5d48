using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans.PermenPanRb6;

/// <summary>The fields of one rencana on the page.</summary>
/// <param name="List">Which of the two lists of <see cref="SasaranForm"/>.</param>
/// <param name="Index">Its place there.</param>
/// <param name="Row">As it was typed.</param>
/// <param name="Form">The form on which it stands.</param>
/// <param name="Pimpinan">What it may support.</param>
public sealed record RencanaFields(string List, int Index, BarisRencana Row, FormulirSkp Form, RencanaPimpinan Pimpinan)
{
    public static readonly IReadOnlyList<SelectListItem> Aspek =
        [.. Enum.GetValues<AspekIndikator>().Select(a => new SelectListItem(a.Nama(), a.ToString()))];

    public static readonly IReadOnlyList<SelectListItem> Perspektif =
        [.. Enum.GetValues<Perspektif>().Select(p => new SelectListItem(p.Nama(), p.ToString()))];

    public bool IsTambahan => List == nameof(SasaranForm.Tambahan);

    /// <summary>"utama 3", with which the labels end.</summary>
    public string Nama => $"{List.ToLowerInvariant()} {Index + 1}";

    /// <summary>Before the name of each field.</summary>
    public string Prefix => $"Input.{List}[{Index}]";

    /// <summary>Where writing goes on when a row of indikator is added.</summary>
    public string NextIndikator => FieldId.Of(
        $"{Prefix}.Indikator[{Row.Indikator.Length}].{(Form.HasAspek ? nameof(BarisIndikator.Aspek) : nameof(BarisIndikator.Uraian))}");

    /// <summary>Where writing begins in the rencana of a place.</summary>
    public static string First(string list, int index, FormulirSkp form, RencanaPimpinan pimpinan)
    {
        var field = !form.MayIntervene ? nameof(BarisRencana.Uraian)
            : pimpinan.Rows.Count > 0 ? nameof(BarisRencana.Dari)
            : nameof(BarisRencana.Diintervensi);
        return FieldId.Of($"Input.{list}[{index}].{field}");
    }
}
