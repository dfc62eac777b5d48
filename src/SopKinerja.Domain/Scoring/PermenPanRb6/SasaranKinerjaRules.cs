namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>What an SKP must hold before it is proposed, in sentences for the person who writes it.</summary>
internal static class SasaranKinerjaRules
{
    public static IEnumerable<FormFault> Faults(SasaranKinerja skp)
    {
        if (skp.Of(JenisHasilKerja.Utama).Count == 0)
        {
            yield return new("Rencana", "SKP belum berisi rencana hasil kerja utama: tambahkan paling sedikit satu.");
        }

        if (skp.Rencana.Count > RencanaHasilKerja.Most)
        {
            yield return new("Rencana",
                $"SKP berisi {skp.Rencana.Count} rencana hasil kerja, paling banyak {RencanaHasilKerja.Most}: gabungkan atau hapus "
                + "sebagian.");
        }

        foreach (var jenis in Enum.GetValues<JenisHasilKerja>())
        {
            foreach (var (no, (position, rencana)) in skp.Of(jenis).Index())
            {
                var nama = $"Rencana hasil kerja {jenis.Nama().ToLowerInvariant()} ke-{no + 1}";
                foreach (var fault in OfRencana(rencana, skp.Formulir, $"Rencana[{position}]", nama))
                {
                    yield return fault;
                }
            }
        }

        foreach (var fault in OfLampiran(skp.Lampiran))
        {
            yield return fault;
        }
    }

    private static IEnumerable<FormFault> OfRencana(RencanaHasilKerja rencana, FormulirSkp form, string place, string nama)
    {
        if (IsBlank(rencana.Uraian))
        {
            yield return new($"{place}.Uraian", $"{nama} belum diuraikan: tulis hasil yang akan dicapai.");
        }

        if (form.HasDiintervensi && rencana.Jenis == JenisHasilKerja.Utama && IsBlank(rencana.Diintervensi?.Uraian))
        {
            yield return new($"{place}.Diintervensi.Uraian",
                $"{nama} belum menyebut rencana hasil kerja pimpinan yang diintervensi: pilih dari SKP pimpinan, atau tulis bunyinya.");
        }

        if (!form.MayIntervene && rencana.Diintervensi is not null)
        {
            yield return new($"{place}.Diintervensi.Uraian",
                $"{nama} menyebut rencana hasil kerja pimpinan yang diintervensi, padahal formulir pimpinan tinggi tidak memuatnya: "
                + "kosongkan.");
        }

        foreach (var fault in form.HasIndikator ? InRows(rencana, form, place, nama) : InWords(rencana, place, nama))
        {
            yield return fault;
        }
    }

    private static IEnumerable<FormFault> InRows(RencanaHasilKerja rencana, FormulirSkp form, string place, string nama)
    {
        if (rencana.Indikator.Count == 0)
        {
            yield return new($"{place}.Indikator", $"{nama} belum mempunyai indikator kinerja individu: tambahkan paling sedikit satu.");
        }

        if (rencana.Indikator.Count > IndikatorKinerjaIndividu.Most)
        {
            yield return new($"{place}.Indikator",
                $"{nama} mempunyai {rencana.Indikator.Count} indikator, paling banyak {IndikatorKinerjaIndividu.Most}: gabungkan atau "
                + "hapus sebagian.");
        }

        if (rencana.UkuranKeberhasilan is not null)
        {
            yield return new($"{place}.UkuranKeberhasilan",
                $"{nama} memuat ukuran keberhasilan, padahal pendekatan kuantitatif memakai indikator: pindahkan ke indikator, lalu "
                + "kosongkan.");
        }

        foreach (var (no, indikator) in rencana.Indikator.Index())
        {
            foreach (var fault in OfIndikator(indikator, form, $"{place}.Indikator[{no}]", $"{nama}, indikator ke-{no + 1},"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<FormFault> OfIndikator(IndikatorKinerjaIndividu indikator, FormulirSkp form, string place, string nama)
    {
        if (IsBlank(indikator.Uraian))
        {
            yield return new($"{place}.Uraian", $"{nama} belum diuraikan: tulis apa yang diukur.");
        }

        if (IsBlank(indikator.Target))
        {
            yield return new($"{place}.Target", $"{nama} belum mempunyai target: tulis berapa atau kapan, misalnya “12 laporan”.");
        }

        if (form.HasAspek && indikator.Aspek is null)
        {
            yield return new($"{place}.Aspek", $"{nama} belum mempunyai aspek: pilih kuantitas, kualitas, waktu, atau biaya.");
        }

        if (!form.HasAspek && indikator.Aspek is not null)
        {
            yield return new($"{place}.Aspek", $"{nama} mempunyai aspek, padahal formulir ini tidak memuatnya: kosongkan.");
        }

        if (form.HasPerspektif && indikator.Perspektif is null)
        {
            yield return new($"{place}.Perspektif",
                $"{nama} belum mempunyai perspektif: pilih penerima layanan, proses bisnis, penguatan internal, atau anggaran.");
        }

        if (!form.HasPerspektif && indikator.Perspektif is not null)
        {
            yield return new($"{place}.Perspektif", $"{nama} mempunyai perspektif, padahal formulir ini tidak memuatnya: kosongkan.");
        }
    }

    private static IEnumerable<FormFault> InWords(RencanaHasilKerja rencana, string place, string nama)
    {
        if (IsBlank(rencana.UkuranKeberhasilan))
        {
            yield return new($"{place}.UkuranKeberhasilan", $"{nama} belum mempunyai ukuran keberhasilan: uraikan ukuran dan targetnya.");
        }

        if (rencana.Indikator.Count > 0)
        {
            yield return new($"{place}.Indikator",
                $"{nama} memuat baris indikator, padahal pendekatan kualitatif memakai uraian: pindahkan ke ukuran keberhasilan, lalu "
                + "hapus.");
        }
    }

    private static IEnumerable<FormFault> OfLampiran(LampiranSkp lampiran)
    {
        (string Place, string Nama, IReadOnlyList<string> Lines)[] parts =
        [
            ("DukunganSumberDaya", "Dukungan sumber daya", lampiran.DukunganSumberDaya),
            ("SkemaPertanggungjawaban", "Skema pertanggungjawaban", lampiran.SkemaPertanggungjawaban),
            ("Konsekuensi", "Konsekuensi", lampiran.Konsekuensi),
        ];
        return parts.SelectMany(part => part.Lines.Index()
            .Where(line => IsBlank(line.Item))
            .Select(line => new FormFault($"Lampiran.{part.Place}[{line.Index}]", $"{part.Nama} ke-{line.Index + 1} kosong: isi, atau "
                + "hapus barisnya.")));
    }

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
