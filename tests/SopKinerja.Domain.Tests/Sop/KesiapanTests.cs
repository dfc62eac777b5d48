using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Sop;

public sealed class KesiapanTests
{
    private static readonly Kesiapan Ready = new("Rina", HasAkun: true, HasSertifikat: true, HasAtasan: true, MayRate: true);

    [Fact]
    public void Nothing_is_said_of_people_of_whom_nothing_is_missing() =>
        Assert.Empty(Kesiapan.Warnings(Ready with { MayRate = false }, Ready, Ready with { HasAtasan = false, HasSertifikat = false }));

    [Fact]
    public void Each_thing_that_is_missing_is_a_sentence_with_the_name_and_the_step()
    {
        var nothing = new Kesiapan("Rina", HasAkun: false, HasSertifikat: false, HasAtasan: false, MayRate: false);

        var said = Kesiapan.Warnings(nothing, nothing with { Nama = "Budi" }, nothing with { Nama = "Sari" });

        Assert.Equal(KesiapanTable.Rows.Count, said.Count);
        Assert.All(said, s => Assert.EndsWith(".", s, StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("Rina belum mempunyai akun", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("Budi, atasan langsungnya, menjabat di bawah pengawas", StringComparison.Ordinal));
        Assert.Contains(said, s => s.StartsWith("Sari, atasan pejabat penilai, belum mempunyai akun", StringComparison.Ordinal));
    }
}
