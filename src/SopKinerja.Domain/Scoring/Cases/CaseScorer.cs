using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Domain.Scoring.Cases;

/// <summary>Scores worked cases of the regulations, one by one, with the same code as the forms.</summary>
public static class CaseScorer
{
    private const string NotAnObject = "Kasus harus objek JSON dengan id, kind, dan inputs.";

    public static readonly IReadOnlyList<CaseKind> Kinds =
    [
        new("pp46_kegiatan",              (i, _) => Kegiatan(i)),
        new("pp46_aspek_waktu_biaya",     (i, _) => AspekWaktuBiaya(i)),
        new("pp46_prestasi_kerja",        (i, _) => Prestasi(i)),
        new("pp46_rata_rata_jabatan",     (i, _) => RataRataJabatan(i)),
        new("pp46_sebutan",               (i, _) => new() { ["sebutan"] = Sebutan.Of(i.Angka("nilai")) }),
        new("pp46_tugas_tambahan",        (i, _) => new() { ["nilai"] = TugasTambahan.Nilai(i.Cacah("jumlah")) }),
        new("nip",                        (i, today) => NomorInduk(i.Teks("nip"), today)),
        new("pmpanrb6_predikat",          (i, _) => PredikatPegawai(i)),
        new("pmpanrb6_distribusi",        (i, _) => DistribusiTim(i)),
        new("pmpanrb1_2023_angka_kredit", (i, _) => AngkaKreditTahunan(i)),
        new("pmpanrb1_2023_angka_kredit_proporsional", (i, _) => AngkaKreditProporsional(i)),
    ];

    /// <param name="one">An object with "kind" and "inputs".</param>
    /// <exception cref="CaseException">The case cannot be used.</exception>
    public static JsonObject Score(JsonElement one, DateOnly today)
    {
        if (one.ValueKind != JsonValueKind.Object)
        {
            throw new CaseException(NotAnObject);
        }

        var kind = new CaseInputs(one).Pilihan("kind", Kinds, k => k.Nama);
        if (!one.TryGetProperty("inputs", out var inputs) || inputs.ValueKind != JsonValueKind.Object)
        {
            throw new CaseException("inputs tidak ada atau bukan objek JSON.");
        }

        try
        {
            return kind.Score(new(inputs, one), today);
        }
        catch (OverflowException)
        {
            throw new CaseException("inputs memuat angka yang terlalu besar atau terlalu kecil untuk dihitung.");
        }
    }

    /// <exception cref="CaseException">There is none.</exception>
    public static JsonNode IdOf(JsonElement one)
    {
        if (one.ValueKind != JsonValueKind.Object)
        {
            throw new CaseException(NotAnObject);
        }

        if (!one.TryGetProperty("id", out var id))
        {
            throw new CaseException("id tidak ada pada kasus ini.");
        }

        return id.ValueKind switch
        {
            JsonValueKind.String when new CaseInputs(one).Teks("id").Length > 0 => JsonValue.Create(id.Clone())!,
            JsonValueKind.Number => JsonValue.Create(id.Clone())!,
            _ => throw new CaseException("id harus teks yang tidak kosong, atau angka."),
        };
    }

    private static JsonObject Kegiatan(CaseInputs i)
    {
        var score = KegiatanScore.Of(
            i.Target("TO"), i.Angka("RO"), i.Target("TK"), i.Angka("RK"), i.Target("TW"), i.Angka("RW"),
            i.AngkaOrNull("TB"), i.AngkaOrNull("RB")) with
        { Edition = Edisi(i) };
        var result = new JsonObject
        {
            ["kuantitas"] = DuaDesimal(score.Kuantitas),
            ["kualitas"] = DuaDesimal(score.Kualitas),
            ["waktu"] = DuaDesimal(score.Waktu),
            ["penghitungan"] = DuaDesimal(score.Penghitungan),
            ["nilai_capaian"] = DuaDesimal(score.Nilai),
        };
        if (score.Biaya is { } biaya)
        {
            result["biaya"] = DuaDesimal(biaya);
        }

        return result;
    }

    // A case that does not say is from before there was a second edition.
    private static int Edisi(CaseInputs i) => i.AngkaOrNull("edition") is null
        ? Pp46Editions.RoundedOnce
        : (int)i.SalahSatu("edition", Pp46Editions.RoundedOnce, Pp46Editions.AsPrinted);

    private static JsonObject AspekWaktuBiaya(CaseInputs i)
    {
        var (target, realisasi) = (i.Target("target"), i.Angka("realisasi"));
        return new()
        {
            ["efisiensi_persen"] = DuaDesimal(Efisiensi.Persen(target, realisasi)),
            ["nilai"] = DuaDesimal(Efisiensi.Nilai(target, realisasi)),
        };
    }

    private static JsonObject Prestasi(CaseInputs i)
    {
        var kegiatan = i.Daftar("nilai_kegiatan")
            .Select((n, at) => n ?? throw new CaseException($"nilai_kegiatan ke-{at + 1} harus diisi angka; yang diberikan null."));
        var score = PrestasiKerja.Of(
            [.. kegiatan], i.Cacah("jumlah_tugas_tambahan"), i.SalahSatu("nilai_kreativitas", 0, 3, 6, 12), Perilaku(i.Daftar("perilaku")),
            i.DaftarOrNull("nilai_skp_lain"), Edisi(i));
        return new()
        {
            ["rata_kegiatan"] = DuaDesimal(score.RataKegiatan),
            ["nilai_tugas_tambahan"] = score.NilaiTugasTambahan,
            ["nilai_skp"] = DuaDesimal(score.NilaiSkp),
            ["skp_x60"] = DuaDesimal(score.SkpX60),
            ["perilaku_jumlah"] = score.PerilakuJumlah.ToString("0.############################", CultureInfo.InvariantCulture),
            ["perilaku_rata"] = DuaDesimal(score.PerilakuRata),
            ["perilaku_x40"] = DuaDesimal(score.PerilakuX40),
            ["nilai_prestasi"] = DuaDesimal(score.NilaiPrestasi),
            ["sebutan"] = score.SebutanPrestasi,
        };
    }

    // Of whoever moved within the period: the average over the positions.
    private static JsonObject RataRataJabatan(CaseInputs i)
    {
        var nilai = i.DaftarOrNull("nilai_skp") ?? throw new CaseException("nilai_skp harus berisi nilai SKP setiap jabatan.");
        return new() { ["nilai_skp"] = DuaDesimal(nilai.Sum(n => Pp46Editions.Carried(n, Edisi(i))) / nilai.Count) };
    }

    private static JsonObject DistribusiTim(CaseInputs i)
    {
        var capaian = i.Pilihan("capaian_organisasi", PolaDistribusi.Kurva, k => k.Capaian.Nama());
        var counts = capaian.Heights.ToDictionary(h => h.Predikat, h => i.Cacah(Key(h.Predikat)));
        var result = new JsonObject();
        foreach (var row in Distribusi.Of(capaian.Capaian, counts).Rows)
        {
            result[$"{Key(row.Predikat)}_pola_persen"] = DuaDesimal(row.Expected * 100);
            result[$"{Key(row.Predikat)}_tim_persen"] = row.Actual is { } actual ? DuaDesimal(actual * 100) : null;
        }

        return result;
    }

    private static string Key(PredikatKinerja predikat) =>
        predikat.Nama().ToLowerInvariant().Replace(' ', '_').Replace('/', '_');

    // One jenjang, or a list of those that were held within the year, each with its months.
    private static JsonObject AngkaKreditProporsional(CaseInputs i)
    {
        if (i.RowsOrNull("masa") is not { } masa)
        {
            return new() { ["angka_kredit"] = DuaDesimal(Proporsional(i, i)) };
        }

        var months = masa.Sum(m => m.Cacah("bulan"));
        return months <= 12
            ? new() { ["angka_kredit"] = DuaDesimal(masa.Sum(m => Proporsional(m, i))) }
            : throw new CaseException($"bulan seluruhnya paling banyak 12; yang diberikan {months}.");
    }

    private static decimal Proporsional(CaseInputs masa, CaseInputs year)
    {
        var (jenjang, persen) = (JenjangOf(masa), PersenOf(year));
        var bulan = masa.Cacah("bulan");
        return bulan is >= 1 and <= 12
            ? AngkaKredit.Proporsional(jenjang, persen, bulan)
            : throw new CaseException($"bulan harus 1 sampai 12; yang diberikan {bulan}.");
    }

    // The sixth aspect, kepemimpinan, is null or left out for those without a jabatan struktural.
    private static List<decimal> Perilaku(IReadOnlyList<decimal?> aspects)
    {
        if (aspects.Count is not (5 or 6))
        {
            throw new CaseException($"perilaku harus berisi 5 aspek, atau 6 dengan kepemimpinan; yang diberikan {aspects.Count}.");
        }

        var rated = new List<decimal>();
        for (var i = 0; i < aspects.Count; i++)
        {
            switch (aspects[i])
            {
                case > 100:
                    throw new CaseException($"perilaku ke-{i + 1} paling tinggi 100.");
                case { } nilai:
                    rated.Add(nilai);
                    break;
                case null when i < 5:
                    throw new CaseException($"perilaku ke-{i + 1} harus diisi angka; hanya aspek ke-6 (kepemimpinan) yang boleh null.");
            }
        }

        return rated;
    }

    private static JsonObject NomorInduk(string text, DateOnly today)
    {
        if (!Nip.TryParse(text, today, out var nip, out _))
        {
            var digits = Nip.Digits(text);
            return new() { ["valid"] = false, ["why"] = Why(Nip.FaultOf(digits, today)!.Value, digits) };
        }

        var result = new JsonObject
        {
            ["valid"] = true,
            ["jenis"] = nip!.Jenis == JenisAsn.Pppk ? "PPPK" : "PNS",
            ["lahir"] = nip.Lahir.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        var tahun = nip.TahunPengangkatan.ToString("0000", CultureInfo.InvariantCulture);
        if (nip.Jenis == JenisAsn.Pppk)
        {
            result["tahun"] = tahun;
            result["kode"] = nip.Kode;
        }
        else
        {
            result["tmt"] = $"{tahun}-{nip.Kode}";
        }

        result["jk"] = nip.IsPria ? "L" : "P";
        result["urut"] = nip.Urut;
        return result;
    }

    // English, as in the worked cases: a key for a machine, not a sentence for the screen.
    private static string Why(NipFault fault, string digits) => fault switch
    {
        NipFault.NotEighteenDigits when digits.All(char.IsAsciiDigit) => $"{digits.Length} digits",
        NipFault.NotEighteenDigits => "not only digits",
        NipFault.Birth => $"digits 1-8 = {digits[..8]}: no date of birth",
        NipFault.Code => $"digits 13-14 = {digits[12..14]}: neither month nor PPPK code (>=21)",
        NipFault.TooYoung => $"digits 9-14 = {digits[8..14]}: appointed before the age of 18",
        NipFault.NotYetAppointed => $"digits 9-14 = {digits[8..14]}: appointed in the future",
        NipFault.Sex => $"digit 15 = {digits[14]}: neither 1 nor 2",
        _ => "digits 16-18 = 000: no serial",
    };

    private static JsonObject PredikatPegawai(CaseInputs i)
    {
        var predikat = Predikat.Of(Rating(i, "rating_hasil_kerja"), Rating(i, "rating_perilaku"));
        return new() { ["predikat"] = predikat.NamaMatriks(), ["siasn_kuadran"] = Predikat.KuadranSiasn(predikat) };
    }

    private static RatingKinerja Rating(CaseInputs i, string name) =>
        i.Pilihan(name, Predikat.Rows.DistinctBy(r => r.HasilKerja), r => r.HasilKerja.Nama()).HasilKerja;

    private static JsonObject AngkaKreditTahunan(CaseInputs i)
    {
        var (jenjang, persen) = (JenjangOf(i), PersenOf(i));
        return new() { ["angka_kredit_tahunan"] = DuaDesimal(AngkaKredit.Tahunan(jenjang, persen)) };
    }

    private static JenjangRow JenjangOf(CaseInputs i)
    {
        var jenjang = i.Pilihan("jenjang", AngkaKredit.Jenjang, r => r.Jenjang);
        Agree(i.AngkaOrNull("koefisien"), jenjang.Koefisien, "koefisien", jenjang.Jenjang);
        return jenjang;
    }

    private static PersenRow PersenOf(CaseInputs i)
    {
        var persen = i.Pilihan("predikat", AngkaKredit.Persen, r => r.Predikat.Nama(), r => r.Predikat.NamaMatriks());
        Agree(i.AngkaOrNull("persen"), persen.Persen, "persen", persen.Predikat.Nama());
        return persen;
    }

    // A figure that contradicts the regulation is not silently used, nor silently dropped.
    private static void Agree(decimal? given, decimal inTable, string name, string of)
    {
        if (given is { } figure && figure != inTable)
        {
            throw new CaseException(FormattableString.Invariant(
                $"{name} {figure} tidak sesuai dengan PermenPANRB 1/2023: untuk {of} seharusnya {inTable}."));
        }
    }

    private static string DuaDesimal(decimal value) => Pembulatan.DuaDesimal(value) switch
    {
        0 => "0.00",
        var rounded => rounded.ToString("0.00", CultureInfo.InvariantCulture),
    };
}

/// <param name="Nama">The value of "kind".</param>
public sealed record CaseKind(string Nama, Func<CaseInputs, DateOnly, JsonObject> Score);
