using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Tests.Signing;

public sealed class HolderActsTests(SigningWorld world) : IClassFixture<SigningWorld>
{
    private static readonly DateTimeOffset Now = SigningWorld.Now;

    [Fact]
    public async Task A_person_asks_the_administrator_issues_and_the_passphrase_opens_the_key()
    {
        var person = await world.StrangerAsync();
        Assert.StartsWith("Anda belum mempunyai sertifikat", await WhyNotOpenAsync(person.PegawaiId), StringComparison.Ordinal);

        Assert.Null(await world.ActAsync(p => p.RequestAsync(person.PegawaiId, new(SigningWorld.OfPerson), Now)));
        Assert.Equal(CertificateState.Requested, Assert.Single(await ShowAsync(person.PegawaiId)).State);
        Assert.StartsWith("Anda belum mempunyai sertifikat", await WhyNotOpenAsync(person.PegawaiId), StringComparison.Ordinal);

        Assert.Null(await world.IssueAsync(person.PegawaiId, Now));
        var shown = Assert.Single(await ShowAsync(person.PegawaiId));
        Assert.True(shown is { State: CertificateState.Active, Warning: null });
        Assert.Equal(Now.AddYears(2), shown.NotAfter);
        using var opened = await world.OpenAsync(person.PegawaiId, SigningWorld.OfPerson, Now);
        Assert.True(opened.Key!.Fits(opened.Certificate!));
        Assert.Equal(person.Nip, SubjectOf.Nip(opened.Certificate!));
        Assert.Equal(person.Nama, SubjectOf.Nama(opened.Certificate!));
        Assert.Equal(SigningWorld.Now, new DateTimeOffset(opened.Certificate!.NotBefore.ToUniversalTime(), TimeSpan.Zero));
    }

    [Theory]
    [InlineData("pendek", "Frasa sandi paling sedikit 12 karakter. Pakai beberapa kata yang mudah Anda ingat.")]
    [InlineData("aaaaaaaaaaaaaaaa", "Frasa sandi terlalu mudah ditebak: mengulang karakter yang sama. Pakai beberapa kata yang tidak berhubungan, misalnya empat, tanpa "
        + "nama, tanggal, atau nama dinas.")]
    public async Task A_weak_passphrase_is_not_taken(string weak, string said)
    {
        var person = await world.HolderAsync();

        Assert.Equal(said, await world.ActAsync(p => p.RequestAsync(person.PegawaiId, new(weak), Now)));
        Assert.Equal(
            said, await world.ActAsync(p => p.ChangePassphraseAsync(person.PegawaiId, new(SigningWorld.OfPerson), new(weak), Now)));
        Assert.Single(await world.RowsAsync(person.PegawaiId));
    }

    [Fact]
    public async Task Asking_again_withdraws_the_request_that_waits()
    {
        var person = await world.StrangerAsync();
        await world.ActAsync(p => p.RequestAsync(person.PegawaiId, new("frasa yang terlupa"), Now));
        await world.ActAsync(p => p.RequestAsync(person.PegawaiId, new(SigningWorld.OfPerson), Now.AddHours(1)));

        var rows = await world.RowsAsync(person.PegawaiId);

        Assert.True(rows is [{ EndReason: EndReason.Withdrawn, LockedKey: null }, { EndedAt: null, LockedKey.Length: > 0 }]);
        Assert.Null(await world.IssueAsync(person.PegawaiId, Now));
        Assert.Null(await WhyNotOpenAsync(person.PegawaiId));
    }

    [Fact]
    public async Task Five_wrong_passphrases_are_free_then_each_doubles_the_wait_and_the_right_one_ends_it()
    {
        var person = await world.HolderAsync();
        Assert.Equal("Frasa sandi salah. Periksa huruf besar dan kecil; masih 4 percobaan sebelum Anda harus menunggu.",
            await WhyNotOpenAsync(person.PegawaiId, "salah"));
        for (var i = 0; i < 3; i++)
        {
            await WhyNotOpenAsync(person.PegawaiId, "salah");
        }

        Assert.Equal(
            "Frasa sandi salah. Percobaan berikutnya baru dapat dilakukan 1 menit lagi.", await WhyNotOpenAsync(person.PegawaiId, "salah"));
        // Even the right one waits, or the wait would tell a guesser which one it is.
        Assert.StartsWith("Frasa sandi salah terlalu sering. Coba lagi sesudah 22 November 2026 pukul 14.06",
            await WhyNotOpenAsync(person.PegawaiId), StringComparison.Ordinal);
        Assert.Equal("Frasa sandi salah. Percobaan berikutnya baru dapat dilakukan 2 menit lagi.", await WhyNotOpenAsync(
            person.PegawaiId, "salah", Now.AddMinutes(2)));
        Assert.StartsWith(
            "Frasa sandi salah terlalu sering.", await WhyNotOpenAsync(person.PegawaiId, at: Now.AddMinutes(3)), StringComparison.Ordinal);
        Assert.Null(await WhyNotOpenAsync(person.PegawaiId, at: Now.AddMinutes(5)));
        Assert.True(Assert.Single(await world.RowsAsync(person.PegawaiId)) is { Failures: 0, TryAgainAt: null });
    }

    [Fact]
    public async Task Of_many_guesses_at_once_not_one_is_free()
    {
        var person = await world.HolderAsync();

        var said = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => WhyNotOpenAsync(person.PegawaiId, $"salah sama sekali {i}")));

        var tried = said.Count(sentence => sentence!.StartsWith("Frasa sandi salah.", StringComparison.Ordinal));
        Assert.InRange(tried, 1, 5);
        Assert.Equal(tried, Assert.Single(await world.RowsAsync(person.PegawaiId)).Failures);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(9, 16)]
    [InlineData(16, 1440)]
    [InlineData(1_000_000, 1440)]
    public void The_wait_grows_up_to_a_day(int failures, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), LockedKeys.WaitAfter(failures));

    [Fact]
    public async Task A_changed_passphrase_opens_the_same_key_and_the_old_one_no_longer()
    {
        var person = await world.HolderAsync();
        const string Chosen = "gunung meratus berkabut";

        Assert.StartsWith("Frasa sandi salah.", await world.ActAsync(p =>
            p.ChangePassphraseAsync(person.PegawaiId, new("bukan yang ini"), new(Chosen), Now)), StringComparison.Ordinal);
        Assert.Null(await world.ActAsync(p => p.ChangePassphraseAsync(person.PegawaiId, new(SigningWorld.OfPerson), new(Chosen), Now)));

        Assert.StartsWith("Frasa sandi salah.", await WhyNotOpenAsync(person.PegawaiId), StringComparison.Ordinal);
        using var opened = await world.OpenAsync(person.PegawaiId, Chosen, Now);
        Assert.True(opened.Key!.Fits(opened.Certificate!));
    }

    [Fact]
    public async Task Letters_written_in_two_ways_are_the_same_passphrase()
    {
        var person = await world.HolderAsync();
        await world.ActAsync(
            p => p.ChangePassphraseAsync(person.PegawaiId, new(SigningWorld.OfPerson), new("caf\u00e9 di tepi sungai"), Now));

        Assert.Null(await WhyNotOpenAsync(person.PegawaiId, "cafe\u0301 di tepi sungai"));
    }

    [Fact]
    public async Task A_lost_passphrase_ends_the_certificate_its_key_is_gone_and_a_new_one_takes_its_place()
    {
        var person = await world.HolderAsync();
        Assert.Null(await world.ActAsync(p => p.EndAsync(person.PegawaiId, EndReason.Lost, person.Nama, Now)));
        Assert.Equal("Tidak ada sertifikat yang berlaku untuk dicabut.", await world.ActAsync(
            p => p.EndAsync(person.PegawaiId, EndReason.Lost, person.Nama, Now)));
        Assert.StartsWith("Anda belum mempunyai sertifikat", await WhyNotOpenAsync(person.PegawaiId), StringComparison.Ordinal);

        await world.ActAsync(p => p.RequestAsync(person.PegawaiId, new(SigningWorld.OfPerson), Now));
        Assert.Null(await world.IssueAsync(person.PegawaiId, Now));

        Assert.Null(await WhyNotOpenAsync(person.PegawaiId));
        Assert.True(await world.RowsAsync(
            person.PegawaiId) is [{ EndReason: EndReason.Lost, LockedKey: null, Certificate.Length: > 0 }, { EndedAt: null }]);
    }

    [Fact]
    public async Task An_end_that_comes_near_is_said_and_after_it_nobody_signs()
    {
        var person = await world.HolderAsync();
        var end = Now.AddDays(-1).AddYears(2);

        Assert.Null(Assert.Single(await ShowAsync(person.PegawaiId, end.AddDays(-31))).Warning);
        Assert.Equal("Sertifikat tanda tangan Anda berakhir 21 November 2028. Minta yang baru sebelum tanggal itu.", Assert.Single(
            await ShowAsync(person.PegawaiId, end.AddDays(-29))).Warning);
        var after = Assert.Single(await ShowAsync(person.PegawaiId, end.AddDays(1)));
        Assert.True(after is { State: CertificateState.Expired, Warning: not null });
        Assert.Equal("Sertifikat Anda berakhir 21 November 2028. Minta sertifikat baru di halaman Sertifikat saya.", await WhyNotOpenAsync(
            person.PegawaiId, at: end.AddDays(1)));
    }

    [Fact]
    public void A_passphrase_does_not_print_itself() =>
        Assert.Equal("Kotak { Isi = (frasa sandi) }", new Kotak(new("rahasia besar sekali")).ToString());

    private async Task<string?> WhyNotOpenAsync(int pegawaiId, string passphrase = SigningWorld.OfPerson, DateTimeOffset? at = null)
    {
        using var opened = await world.OpenAsync(pegawaiId, passphrase, at ?? Now);
        return opened.WhyNot;
    }

    private Task<IReadOnlyList<CertificateView>> ShowAsync(int pegawaiId, DateTimeOffset? at = null) =>
        world.ShowAsync(pegawaiId, at ?? Now);

    private sealed record Kotak(Passphrase Isi);
}
