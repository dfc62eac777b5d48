using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Tests.Scoring.PermenPanRb6;

/// <summary>Complete plans and sheets under PermenPANRB 6/2022; any others are in <see cref="AnySkp"/>.</summary>
internal static class Some
{
    public static readonly LampiranSkp Lampiran = new(["Dua staf dan satu laptop"], ["Laporan bulanan"], ["Penghargaan pegawai teladan"]);

    /// <summary>A plan that can be proposed on the given form: two utama and one tambahan.</summary>
    public static SasaranKinerja Plan(KelompokJabatan kelompok, Pendekatan pendekatan)
    {
        var form = FormulirSkp.Of(kelompok, pendekatan);
        return new(
            kelompok, pendekatan,
            [
                Rencana(form, JenisHasilKerja.Utama, "Tersusunnya laporan", 2),
                Rencana(form, JenisHasilKerja.Tambahan, "Terselenggaranya pameran", 1),
                Rencana(form, JenisHasilKerja.Utama, "Terlayaninya koperasi", 3),
            ],
            [.. BerAkhlak.Empty.Skip(1), "Menjawab surat dalam satu hari"],
            Lampiran);
    }

    public static RencanaHasilKerja Rencana(FormulirSkp form, JenisHasilKerja jenis, string uraian, int indikator) => new(
        uraian,
        jenis,
        form.MayIntervene ? new("Meningkatnya kinerja dinas", new(7, 2)) : null,
        form.HasDiintervensi ? null : "Bupati",
        form.HasIndikator
            ? [.. Enumerable.Range(1, indikator).Select(i => new IndikatorKinerjaIndividu(
                form.HasAspek
                    ? (AspekIndikator)(i % 4)
                    : null, $"{uraian} bagian {i}", $"{i} laporan", form.HasPerspektif ? (Perspektif)(i % 4) : null))]
            : [],
        form.HasIndikator ? null : $"{uraian} tepat waktu");

    /// <summary>A sheet for it with everything that a result needs.</summary>
    public static PermenPanRb6Sheet CompleteSheet
    {
        get
        {
            var sheet = PermenPanRb6Sheet.From(Plan(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif));
            return sheet with
            {
                HasilKerja = [.. sheet.HasilKerja.Select(h => h with { Realisasi = [.. h.Realisasi.Select(_ => "tercapai")] })],
                RatingHasilKerja = RatingKinerja.SesuaiEkspektasi,
                RatingPerilaku = RatingKinerja.DiAtasEkspektasi,
                CapaianOrganisasi = CapaianOrganisasi.Baik,
            };
        }
    }
}
