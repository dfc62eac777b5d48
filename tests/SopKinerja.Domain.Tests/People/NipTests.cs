using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SopKinerja.Domain.People;

namespace SopKinerja.Domain.Tests.People;

public sealed class NipTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_NIP_tells_birth_appointment_sex_and_serial()
    {
        Assert.True(Nip.TryParse(" 19661002 199001 1 002", Today, out var nip, out var error), error);

        Assert.Equal("196610021990011002", nip!.Value);
        Assert.Equal("19661002 199001 1 002", nip.ToString());
        Assert.Equal((JenisAsn.Pns, "NIP"), (nip.Jenis, nip.Label));
        Assert.Equal((new(1966, 10, 2), 1990, "01", true, "002"), (nip.Lahir, nip.TahunPengangkatan, nip.Kode, nip.IsPria, nip.Urut));
    }

    [Fact]
    public void A_number_with_21_and_more_at_13_and_14_is_of_a_PPPK()
    {
        Assert.True(Nip.TryParse("199006032025212029", Today, out var nip, out _));

        Assert.Equal((JenisAsn.Pppk, "NI PPPK", false), (nip!.Jenis, nip.Label, nip.IsPria));
    }

    [Theory]
    [InlineData("19661002199001100", NipFault.NotEighteenDigits, "17 angka")]
    [InlineData("1966100219900110020", NipFault.NotEighteenDigits, "19 angka")]
    [InlineData("Budi 196610021990011002", NipFault.NotEighteenDigits, "memuat “Budi”")]
    [InlineData("196610021990011002 a.n. Budi", NipFault.NotEighteenDigits, "memuat “anBudi”")]
    [InlineData("NIPER 196610021990011002", NipFault.NotEighteenDigits, "memuat “NIPER”")]
    [InlineData("19661OO21990011002", NipFault.NotEighteenDigits, "memuat “OO”")]
    [InlineData("１９６６１００２１９９００１１００２", NipFault.NotEighteenDigits, "memuat “１９６６")]
    [InlineData("(()),;", NipFault.NotEighteenDigits, "0 angka")]
    [InlineData("", NipFault.NotEighteenDigits, "0 angka")]
    [InlineData("196613021990011002", NipFault.Birth, "19661302")]
    [InlineData("190002291990011002", NipFault.Birth, "19000229")]
    [InlineData("999912312024011001", NipFault.Birth, "99991231")]
    [InlineData("196610021990131002", NipFault.Code, "(13)")]
    [InlineData("196610021990001002", NipFault.Code, "(00)")]
    [InlineData("196610021990201002", NipFault.Code, "(20)")]
    [InlineData("196610021984091002", NipFault.TooYoung, "18 tahun")]
    [InlineData("196610020000011002", NipFault.TooYoung, "18 tahun")]
    [InlineData("199006032026121001", NipFault.NotYetAppointed, "belum terjadi")]
    [InlineData("199006032027211001", NipFault.NotYetAppointed, "belum terjadi")]
    [InlineData("196610021990010002", NipFault.Sex, "(0)")]
    [InlineData("196610021990013002", NipFault.Sex, "(3)")]
    [InlineData("196610021990011000", NipFault.Serial, "000")]
    public void A_wrong_number_is_refused_with_the_digits_that_are_wrong(string typed, NipFault fault, string part)
    {
        Assert.False(Nip.TryParse(typed, Today, out var nip, out var error));

        Assert.Null(nip);
        Assert.Equal(fault, Nip.FaultOf(Nip.Digits(typed), Today));
        Assert.Contains(part, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NIP. 19900101 201501 1 304", "199001012015011304")]
    [InlineData("NIP 19900101 201501 1 304", "199001012015011304")]
    [InlineData("NIP: 199001012015011304", "199001012015011304")]
    [InlineData("199001012015011304,", "199001012015011304")]
    [InlineData("19900101/201501/1/304", "199001012015011304")]
    [InlineData("\"199001012015011304\"", "199001012015011304")]
    [InlineData("“199001012015011304”", "199001012015011304")]
    [InlineData("(199001012015011304)", "199001012015011304")]
    [InlineData("NIP=199001012015011304", "199001012015011304")]
    [InlineData("NIP Baru: 199001012015011304;", "199001012015011304")]
    [InlineData("NIP/NI PPPK 199001012015211304", "199001012015211304")]
    [InlineData("(NIP) 19900101_201501_1_304", "199001012015011304")]
    [InlineData("NIP|199001012015011304|", "199001012015011304")]
    [InlineData("nip.199001012015011304", "199001012015011304")]
    [InlineData("NI PPPK 199001012015211304", "199001012015211304")]
    [InlineData("NIPPPK. 199001012015211304", "199001012015211304")]
    [InlineData("19900101.201501.1.304", "199001012015011304")]
    [InlineData("19900101-201501-1-304", "199001012015011304")]
    [InlineData("19900101–201501–1–304", "199001012015011304")]
    [InlineData("19900101−201501−1−304", "199001012015011304")]
    [InlineData("'199001012015011304", "199001012015011304")]
    [InlineData("’199001012015011304", "199001012015011304")]
    [InlineData("'NIP. 199001012015011304.", "199001012015011304")]
    [InlineData("19900101\u00a0201501\u202f1\t304\r\n", "199001012015011304")]
    [InlineData("\u200b199001012015011304\ufeff", "199001012015011304")]
    [InlineData("19900101\u00ad2015\u206001\u202a1\u202c304", "199001012015011304")]
    public void The_digits_are_taken_out_of_what_people_copy(string typed, string digits)
    {
        Assert.True(Nip.TryParse(typed, Today, out var nip, out var error), error);
        Assert.Equal(digits, nip!.Value);
    }

    [Theory]
    [InlineData("1,98507E+17")]
    [InlineData("1.98507E+17")]
    [InlineData("1,98507152010011E+17")]
    [InlineData("'1,98507E+17")]
    [InlineData(" 1,98507e+17 ")]
    public void A_number_that_Excel_shortened_is_named_as_that_with_the_way_out(string typed)
    {
        Assert.False(Nip.TryParse(typed, Today, out _, out var error));
        Assert.StartsWith("Excel memendekkan angka ini menjadi “1", error, StringComparison.Ordinal);
        Assert.Contains("ubah format selnya menjadi Teks", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_whose_last_digits_Excel_made_zeros_is_refused_with_the_reason()
    {
        Assert.False(Nip.TryParse("198507152010011000", Today, out _, out var error));
        Assert.Contains("Excel mengganti angka ke-16", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("196610021984111002")] // 18 years and a month
    [InlineData("200402292022031001")] // born on a leap day
    [InlineData("199006032026111001")] // this month
    [InlineData("199006032026991001")]
    [InlineData("196610021990012999")]
    public void The_edges_hold(string typed) => Assert.True(Nip.TryParse(typed, Today, out _, out var error), error);

    [Property(MaxTest = 20_000)]
    public Property Any_eighteen_digits_are_judged_without_an_exception() => Prop.ForAll(Any.Int(0, 9).Listed(18, 18), digits =>
        Assert.Equal(Nip.TryParse(string.Concat(digits), Today, out _, out var error), error is null));

    [Fact]
    public void What_is_no_number_at_all_is_judged_without_an_exception()
    {
        Assert.False(Nip.TryParse(null, Today, out _, out _));
        Assert.False(Nip.TryParse("😀😀😀😀😀😀😀😀😀", Today, out _, out _));
    }

    [Fact]
    public void Golongan_of_PNS_show_their_pangkat_and_those_of_PPPK_have_none()
    {
        Assert.Equal("Pembina Utama Muda (IV/c)", Golongan.Tampil("IV/c"));
        Assert.Equal("Golongan IX", Golongan.Tampil("IX"));
        Assert.True(Golongan.Exists(JenisAsn.Pns, "III/a"));
        Assert.False(Golongan.Exists(JenisAsn.Pppk, "III/a"));
        Assert.False(Golongan.Exists(JenisAsn.Pns, "IX"));
    }
}
