using System.ComponentModel.DataAnnotations;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans.PermenPanRb6;

/// <summary>An SKP under PermenPANRB 6/2022 as it was typed; gaps are allowed in a draft.</summary>
public sealed class SasaranForm
{
    public KelompokJabatan? Kelompok { get; set; }

    public Pendekatan? Pendekatan { get; set; }

    // A request may name a row without sending any field of it.
    public BarisRencana[] Utama { get; set => field = [.. value.Select(row => row ?? new())]; } = [];

    public bool TambahUtama { get; set; }

    public BarisRencana[] Tambahan { get; set => field = [.. value.Select(row => row ?? new())]; } = [];

    public bool TambahTambahan { get; set; }

    public string?[] Ekspektasi { get; set; } = [];

    [DataType(DataType.MultilineText)]
    public string? DukunganSumberDaya { get; set; }

    [DataType(DataType.MultilineText)]
    public string? SkemaPertanggungjawaban { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Konsekuensi { get; set; }

    public int JumlahRencana => Utama.Concat(Tambahan).Count(r => !r.IsDropped);

    public static SasaranForm From(SasaranKinerja sasaran, RencanaPimpinan pimpinan)
    {
        var form = new SasaranForm
        {
            Kelompok = sasaran.Kelompok,
            Pendekatan = sasaran.Pendekatan,
            Utama = [.. sasaran.Of(JenisHasilKerja.Utama).Select(r => BarisRencana.From(r.Rencana, pimpinan))],
            Tambahan = [.. sasaran.Of(JenisHasilKerja.Tambahan).Select(r => BarisRencana.From(r.Rencana, pimpinan))],
            Ekspektasi = [.. sasaran.Ekspektasi],
            DukunganSumberDaya = string.Join('\n', sasaran.Lampiran.DukunganSumberDaya),
            SkemaPertanggungjawaban = string.Join('\n', sasaran.Lampiran.SkemaPertanggungjawaban),
            Konsekuensi = string.Join('\n', sasaran.Lampiran.Konsekuensi),
        };
        form.Fit();
        return form;
    }

    /// <summary>The form chosen on the page where the person may use it, otherwise the one that is stored.</summary>
    public FormulirSkp Formulir(SasaranKinerja stored, JenisJabatan jenis) => FormulirSkp.For(jenis)
        .FirstOrDefault(f => f.Kelompok == Kelompok && f.Pendekatan == Pendekatan) ?? stored.Formulir;

    public SasaranKinerja To(FormulirSkp form, RencanaPimpinan pimpinan) => new(
        form.Kelompok,
        form.Pendekatan,
        [
            .. Utama.Where(r => !r.IsDropped).Select(r => r.To(JenisHasilKerja.Utama, form, pimpinan)),
            .. Tambahan.Where(r => !r.IsDropped).Select(r => r.To(JenisHasilKerja.Tambahan, form, pimpinan)),
        ],
        [.. BerAkhlak.Rows.Select((_, i) => Ekspektasi.ElementAtOrDefault(i).Trimmed()?.ReplaceLineEndings("\n"))],
        new(Lines(DukunganSumberDaya), Lines(SkemaPertanggungjawaban), Lines(Konsekuensi)));

    public SasaranForm On(FormulirSkp form, FormulirSkp other, RencanaPimpinan pimpinan)
    {
        DropEmpty();
        var laid = From(To(form, pimpinan).OnForm(other.Kelompok, other.Pendekatan), pimpinan);
        foreach (var (was, now) in Utama.Zip(laid.Utama).Concat(Tambahan.Zip(laid.Tambahan)))
        {
            (now.Dari, now.Diintervensi) = (was.Dari, was.Diintervensi);
        }

        return laid;
    }

    /// <summary>Takes out what is empty or ticked to go, so that the places on the page are those of the SKP.</summary>
    public void DropEmpty()
    {
        Utama = [.. Utama.Where(r => !r.IsDropped)];
        Tambahan = [.. Tambahan.Where(r => !r.IsDropped)];
        foreach (var row in Utama.Concat(Tambahan))
        {
            row.Indikator = [.. row.Indikator.Where(i => !i.IsEmpty)];
        }
    }

    /// <summary>The rows asked for, at least one rencana, and a place for an indikator in each.</summary>
    public void Fit()
    {
        Utama = Utama.Length == 0 || TambahUtama ? [.. Utama, new()] : Utama;
        Tambahan = TambahTambahan ? [.. Tambahan, new()] : Tambahan;
        (TambahUtama, TambahTambahan) = (false, false);
        foreach (var row in Utama.Concat(Tambahan))
        {
            row.Fit();
        }
    }

    public IEnumerable<string> Gone(RencanaPimpinan pimpinan) =>
        new[] { (nameof(Utama), Utama), (nameof(Tambahan), Tambahan) }.SelectMany(list => list.Item2.Index()
            .Where(row => !row.Item.IsDropped && row.Item.Dari.Trimmed() is { } chosen && pimpinan.Find(chosen) is null)
            .Select(row => $"{list.Item1}[{row.Index}].{nameof(BarisRencana.Dari)}"));

    public string Field(string place, RencanaPimpinan pimpinan)
    {
        if (place == "Rencana")
        {
            return "Utama[0].Uraian";
        }

        var (index, rest) = (place.IndexOf('[', StringComparison.Ordinal), place.IndexOf(']', StringComparison.Ordinal));
        var position = int.Parse(place.AsSpan(index + 1, rest - index - 1), System.Globalization.CultureInfo.InvariantCulture);
        var row = position < Utama.Length ? $"Utama[{position}]" : $"Tambahan[{position - Utama.Length}]";
        return row + place[(rest + 1)..] switch
        {
            ".Diintervensi.Uraian" => pimpinan.Rows.Count > 0 ? ".Dari" : ".Diintervensi",
            ".Indikator" => ".Indikator[0].Uraian",
            var field => field,
        };
    }

    internal static IReadOnlyList<string> Lines(string? text) =>
        (text ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
