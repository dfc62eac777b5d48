using System.Text.Json;
using System.Text.Json.Nodes;
using SopKinerja.Domain.Scoring.Cases;

namespace SopKinerja.Domain.Tests.Scoring;

public sealed class CaseTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    // Those of the domain reference, and more for what it has no case of.
    private static readonly List<JsonElement> Cases = [.. new[] { "cases.json", "cases-more.json" }.SelectMany(file => JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scoring", file))).RootElement.EnumerateArray())];

    public static TheoryData<string> Ids => [.. Cases.Select(c => c.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_worked_case_gives_the_expected_result(string id)
    {
        var one = Cases.Single(c => c.GetProperty("id").GetString() == id);
        var expected = JsonNode.Parse(one.GetProperty("expected").GetRawText())!;

        var actual = CaseScorer.Score(one, Today);

        if (one.GetProperty("kind").GetString() == "nip" && !expected["valid"]!.GetValue<bool>())
        {
            Assert.False(actual["valid"]!.GetValue<bool>());
            Assert.NotEmpty(actual["why"]!.GetValue<string>());
            return;
        }

        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected.ToJsonString()}, got {actual.ToJsonString()}");
    }

    [Fact]
    public void Every_kind_has_a_worked_case_and_every_case_a_kind() =>
        Assert.Equal(
            CaseScorer.Kinds.Select(k => k.Nama).Order(StringComparer.Ordinal),
            Cases.Select(c => c.GetProperty("kind").GetString()!).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    // Figures as strings, a target without biaya in three forms, costs without a budget.
    [InlineData("pp46_kegiatan", """{"TO":"12","RO":"13.5","TK":100,"RK":90,"TW":12,"RW":12,"TB":0,"RB":5}""",
        """{"kuantitas":"112.50","kualitas":"90.00","waktu":"76.00","penghitungan":"278.50","nilai_capaian":"92.83"}""")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":1,"TK":100,"RK":90,"TW":12,"RW":12}""",
        """{"kuantitas":"100.00","kualitas":"90.00","waktu":"76.00","penghitungan":"266.00","nilai_capaian":"88.67"}""")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":1,"TK":100,"RK":90,"TW":12,"RW":0,"TB":100,"RB":null}""",
        """{"kuantitas":"100.00","kualitas":"90.00","waktu":"0.00","penghitungan":"190.00","nilai_capaian":"47.50","biaya":"0.00"}""")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":1,"TK":100,"RK":90,"TW":12,"RW":36,"TB":100,"RB":200}""",
        """{"kuantitas":"100.00","kualitas":"90.00","waktu":"0.00","penghitungan":"190.00","nilai_capaian":"47.50","biaya":"0.00"}""")]
    // Not done: zero on every aspect, even if something was spent.
    [InlineData("pp46_kegiatan", """{"TO":12,"RO":0,"TK":100,"RK":80,"TW":12,"RW":0,"TB":100,"RB":60}""",
        """{"kuantitas":"0.00","kualitas":"0.00","waktu":"0.00","penghitungan":"0.00","nilai_capaian":"0.00","biaya":"0.00"}""")]
    // The traps of binary arithmetic: all exactly 24 %.
    [InlineData("pp46_aspek_waktu_biaya", """{"target":3,"realisasi":2.28}""", """{"efisiensi_persen":"24.00","nilai":"100.00"}""")]
    [InlineData("pp46_aspek_waktu_biaya", """{"target":6,"realisasi":"4.56"}""", """{"efisiensi_persen":"24.00","nilai":"100.00"}""")]
    [InlineData("pp46_aspek_waktu_biaya", """{"target":11,"realisasi":8.36}""", """{"efisiensi_persen":"24.00","nilai":"100.00"}""")]
    [InlineData("pp46_aspek_waktu_biaya", """{"target":24,"realisasi":18.24}""", """{"efisiensi_persen":"24.00","nilai":"100.00"}""")]
    [InlineData("pp46_aspek_waktu_biaya", """{"target":365,"realisasi":277.4}""", """{"efisiensi_persen":"24.00","nilai":"100.00"}""")]
    [InlineData("pp46_aspek_waktu_biaya", """{"target":100,"realisasi":75.99}""", """{"efisiensi_persen":"24.01","nilai":"75.99"}""")]
    [InlineData("pp46_aspek_waktu_biaya", """{"target":12,"realisasi":30}""", """{"efisiensi_persen":"-150.00","nilai":"0.00"}""")]
    [InlineData("pp46_aspek_waktu_biaya", """{"target":1000000,"realisasi":1000001}""", """{"efisiensi_persen":"0.00","nilai":"76.00"}""")]
    // Six aspects, and six with kepemimpinan left open.
    [InlineData("pp46_prestasi_kerja",
        """{"nilai_kegiatan":[90],"jumlah_tugas_tambahan":4,"nilai_kreativitas":"6","perilaku":[80,80.5,80,80,80,92]}""",
        """
        {"rata_kegiatan":"90.00","nilai_tugas_tambahan":2,"nilai_skp":"98.00","skp_x60":"58.80","perilaku_jumlah":"492.5",
         "perilaku_rata":"82.08","perilaku_x40":"32.83","nilai_prestasi":"91.63","sebutan":"Sangat Baik"}
        """)]
    [InlineData("pp46_prestasi_kerja",
        """{"nilai_kegiatan":["90"],"jumlah_tugas_tambahan":"1","nilai_kreativitas":12,"perilaku":["80","80","80","80","80",null]}""",
        """
        {"rata_kegiatan":"90.00","nilai_tugas_tambahan":1,"nilai_skp":"103.00","skp_x60":"61.80","perilaku_jumlah":"400",
         "perilaku_rata":"80.00","perilaku_x40":"32.00","nilai_prestasi":"93.80","sebutan":"Sangat Baik"}
        """)]
    [InlineData("pp46_sebutan", """{"nilai":90.994}""", """{"sebutan":"Baik"}""")]
    [InlineData("pp46_sebutan", """{"nilai":90.995}""", """{"sebutan":"Sangat Baik"}""")]
    [InlineData("pp46_sebutan", """{"nilai":75.99}""", """{"sebutan":"Cukup"}""")]
    [InlineData("pp46_sebutan", """{"nilai":61}""", """{"sebutan":"Cukup"}""")]
    [InlineData("pp46_sebutan", """{"nilai":60.5}""", """{"sebutan":"Kurang"}""")]
    [InlineData("pp46_sebutan", """{"nilai":50.99}""", """{"sebutan":"Buruk"}""")]
    [InlineData("pp46_sebutan", """{"nilai":112}""", """{"sebutan":"Sangat Baik"}""")]
    [InlineData("pp46_tugas_tambahan", """{"jumlah":1}""", """{"nilai":1}""")]
    [InlineData("pp46_tugas_tambahan", """{"jumlah":4}""", """{"nilai":2}""")]
    [InlineData("pp46_tugas_tambahan", """{"jumlah":"7"}""", """{"nilai":3}""")]
    [InlineData("nip", """{"nip":"19661002 199001 1 002"}""",
        """{"valid":true,"jenis":"PNS","lahir":"1966-10-02","tmt":"1990-01","jk":"L","urut":"002"}""")]
    [InlineData("pmpanrb6_predikat", """{"rating_hasil_kerja":"Sesuai Ekspektasi","rating_perilaku":"Di Bawah Ekspektasi"}""",
        """{"predikat":"Kurang/Misconduct","siasn_kuadran":4}""")]
    [InlineData("pmpanrb1_2023_angka_kredit", """{"jenjang":"Ahli Madya","predikat":"Butuh Perbaikan"}""", """{"angka_kredit_tahunan":"28.13"}""")]
    [InlineData("pmpanrb1_2023_angka_kredit", """{"jenjang":"Ahli Madya","predikat":"Kurang/Misconduct","koefisien":37.50}""",
        """{"angka_kredit_tahunan":"18.75"}""")]
    public void The_edges_of_each_kind_hold(string kind, string inputs, string expected)
    {
        var actual = Score(kind, inputs);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"got {actual.ToJsonString()}");
    }

    [Theory]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":1,"TK":100,"RK":90,"TW":12}""", "RW")]
    [InlineData("pp46_kegiatan", """{"TO":0,"RO":1,"TK":100,"RK":90,"TW":12,"RW":12}""", "TO")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":1,"TK":0,"RK":90,"TW":12,"RW":12}""", "TK")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":1,"TK":100,"RK":90,"TW":-12,"RW":12}""", "TW")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":-1,"TK":100,"RK":90,"TW":12,"RW":12}""", "RO")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":null,"TK":100,"RK":90,"TW":12,"RW":12}""", "RO")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":true,"TK":100,"RK":90,"TW":12,"RW":12}""", "RO")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":"satu","TK":100,"RK":90,"TW":12,"RW":12}""", "RO")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":"","TK":100,"RK":90,"TW":12,"RW":12}""", "RO")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":"85,5","TK":100,"RK":90,"TW":12,"RW":12}""", "RO")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":" 1","TK":100,"RK":90,"TW":12,"RW":12}""", "RO")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":1e30,"TK":100,"RK":90,"TW":12,"RW":12}""", "RO")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":79228162514264337593543950335,"TK":100,"RK":90,"TW":12,"RW":12}""", "RO")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":"99999999999999999999999999999999999","TK":100,"RK":90,"TW":12,"RW":12}""", "RO")]
    [InlineData("pp46_kegiatan", """{"TO":0.0000000000000000000001,"RO":1000000,"TK":100,"RK":90,"TW":12,"RW":12}""", "inputs")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":1,"TK":100,"RK":90,"TW":12,"RW":12,"TB":-1,"RB":1}""", "TB")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":1,"TK":100,"RK":90,"TW":12,"RW":12,"TB":100,"RB":-1}""", "RB")]
    [InlineData("pp46_kegiatan", """{"TO":1,"RO":"\ud800","TK":100,"RK":90,"TW":12,"RW":12}""", "RO")]
    [InlineData("pp46_kegiatan", "[]", "inputs")]
    [InlineData("pp46_aspek_waktu_biaya", """{"target":0,"realisasi":1}""", "target")]
    [InlineData("pp46_prestasi_kerja", """{"nilai_kegiatan":[],"jumlah_tugas_tambahan":0,"nilai_kreativitas":0,"perilaku":[1,1,1,1,1]}""", "nilai_kegiatan")]
    [InlineData("pp46_prestasi_kerja", """{"nilai_kegiatan":[90,null],"jumlah_tugas_tambahan":0,"nilai_kreativitas":0,"perilaku":[1,1,1,1,1]}""", "nilai_kegiatan ke-2")]
    [InlineData("pp46_prestasi_kerja", """{"nilai_kegiatan":90,"jumlah_tugas_tambahan":0,"nilai_kreativitas":0,"perilaku":[1,1,1,1,1]}""", "nilai_kegiatan")]
    [InlineData("pp46_prestasi_kerja", """{"nilai_kegiatan":[90],"jumlah_tugas_tambahan":-1,"nilai_kreativitas":0,"perilaku":[1,1,1,1,1]}""", "jumlah_tugas_tambahan")]
    [InlineData("pp46_prestasi_kerja", """{"nilai_kegiatan":[90],"jumlah_tugas_tambahan":1.5,"nilai_kreativitas":0,"perilaku":[1,1,1,1,1]}""", "jumlah_tugas_tambahan")]
    [InlineData("pp46_prestasi_kerja", """{"nilai_kegiatan":[90],"jumlah_tugas_tambahan":1,"nilai_kreativitas":5,"perilaku":[1,1,1,1,1]}""", "nilai_kreativitas")]
    [InlineData("pp46_prestasi_kerja", """{"nilai_kegiatan":[90],"jumlah_tugas_tambahan":1,"nilai_kreativitas":3,"perilaku":[1,1,101,1,1]}""", "perilaku ke-3")]
    [InlineData("pp46_prestasi_kerja", """{"nilai_kegiatan":[90],"jumlah_tugas_tambahan":1,"nilai_kreativitas":3,"perilaku":[1,1,1,1]}""", "perilaku")]
    [InlineData("pp46_prestasi_kerja", """{"nilai_kegiatan":[90],"jumlah_tugas_tambahan":1,"nilai_kreativitas":3,"perilaku":[1,null,1,1,1]}""", "perilaku ke-2")]
    [InlineData("pp46_sebutan", """{"nilai":-1}""", "nilai")]
    [InlineData("pp46_tugas_tambahan", """{"jumlah":"tiga"}""", "jumlah")]
    [InlineData("pp46_tugas_tambahan", """{"jumlah":99999999999}""", "jumlah")]
    [InlineData("nip", """{"nip":196610021990011002}""", "nip")]
    [InlineData("pmpanrb6_predikat", """{"rating_hasil_kerja":"Bagus","rating_perilaku":"Sesuai Ekspektasi"}""", "rating_hasil_kerja")]
    [InlineData("pmpanrb1_2023_angka_kredit", """{"jenjang":"Ahli","predikat":"Baik"}""", "jenjang")]
    [InlineData("pmpanrb1_2023_angka_kredit", """{"jenjang":"Mahir","predikat":"Cukup"}""", "predikat")]
    [InlineData("pmpanrb1_2023_angka_kredit", """{"jenjang":"Mahir","predikat":"Baik","koefisien":"25"}""", "koefisien")]
    [InlineData("pmpanrb1_2023_angka_kredit", """{"jenjang":"Mahir","predikat":"Baik","persen":"150"}""", "persen")]
    [InlineData("pmpanrb1_2023_angka_kredit_proporsional", """{"predikat":"Baik","masa":[]}""", "masa")]
    [InlineData("pmpanrb1_2023_angka_kredit_proporsional", """{"predikat":"Baik","masa":[2]}""", "masa")]
    [InlineData("pmpanrb1_2023_angka_kredit_proporsional", """{"predikat":"Baik","masa":[{"jenjang":"Mahir","bulan":0}]}""", "bulan")]
    [InlineData("pmpanrb1_2023_angka_kredit_proporsional", """{"predikat":"Baik","masa":[{"jenjang":"Mahir","bulan":7},{"jenjang":"Penyelia","bulan":6}]}""", "bulan seluruhnya")]
    [InlineData("pp46_lain", "{}", "kind")]
    public void An_unusable_case_is_refused_in_a_sentence_that_names_the_field(string kind, string inputs, string field)
    {
        var refusal = Assert.Throws<CaseException>(() => Score(kind, inputs));

        Assert.StartsWith(field, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("196613021990011002")] // no such month of birth
    [InlineData("196602301990011002")] // no such day
    [InlineData("196610021990001002")] // month 00
    [InlineData("196610021990201002")] // 20 is neither
    [InlineData("199610022010011002")] // 13 years old
    [InlineData("199006032027011002")] // in the future
    [InlineData("199006032027211002")] // PPPK in the future
    [InlineData("196610021990013002")] // sex 3
    [InlineData("196610021990011000")] // serial 000
    [InlineData("99991231202401100X")]
    [InlineData("999912312024011001")] // born in the year 9999
    [InlineData("٠٩٦٦١٠٠٢١٩٩٠٠١١٠٠٢")] // digits, but not ours
    [InlineData("")]
    public void A_NIP_that_does_not_hold_is_a_result_and_says_why(string nip)
    {
        var result = Score("nip", $$"""{"nip":"{{nip}}"}""");

        Assert.False(result["valid"]!.GetValue<bool>());
        Assert.NotEmpty(result["why"]!.GetValue<string>());
    }

    private static JsonObject Score(string kind, string inputs) =>
        CaseScorer.Score(JsonDocument.Parse($$"""{"id":"x","kind":"{{kind}}","inputs":{{inputs}}}""").RootElement, Today);
}
