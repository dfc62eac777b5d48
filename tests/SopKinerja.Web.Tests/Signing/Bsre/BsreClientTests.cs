using System.Net.Sockets;
using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Tests.Signing.Bsre;

/// <summary>What the client says when there is no service, its settings, and what is judged without one.</summary>
public sealed class BsreClientTests
{
    private static readonly BsreSignRequest Request = new("6311050507710003", FakeBsre.Passphrase, [], [SampleSignatures.Drawn()]);

    [Fact]
    public async Task Before_a_connection_stands_nothing_is_sent_and_that_is_a_refusal()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();
        foreach (var address in new[] { $"http://127.0.0.1:{port}/", "http://tidak-ada.invalid/" })
        {
            using var http = new HttpClient { BaseAddress = new(address) };
            var reply = await new BsreClient(http, new() { BatasWaktu = 30 }).SignAsync(Request);
            Assert.Contains("belum ada yang dikirim", Assert.IsType<BsreReply<byte[]>.Refused>(reply).Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_server_that_speaks_no_TLS_gets_nothing_of_the_request()
    {
        using var plain = new FakeBsre();
        using var http = new HttpClient { BaseAddress = new(plain.Address.Replace("http://", "https://", StringComparison.Ordinal) + "/") };

        Assert.IsType<BsreReply<byte[]>.Refused>(await new BsreClient(http, new() { BatasWaktu = 30 }).SignAsync(Request));
        Assert.Empty(plain.ToSign);
    }

    [Fact]
    public async Task The_service_can_be_asked_to_judge_a_file()
    {
        using var service = new FakeBsre();
        using var http = new HttpClient { BaseAddress = new(service.Address + "/") };
        var client = new BsreClient(http, new());

        var reply = Assert.IsType<BsreReply<BsreVerifyAnswer>.Answered>(
            await client.VerifyAsync(service.Sign(SampleSignatures.Drawn()))).Answer;

        Assert.Equal((1, "VALID"), (reply.SignatureCount, reply.Conclusion));
        var one = Assert.Single(reply.SignatureInformations!);
        Assert.Equal(("PAdES-BASELINE-T", true, false), (one.SignatureFormat, one.IntegrityValid, one.Ltv));
        Assert.Equal("TSA Uji", one.TimestampInfomation!.Value.GetProperty("signerName").GetString());
    }

    [Theory]
    [InlineData("BSrE", "", "", "", "Bsre:Alamat belum diisi")]
    [InlineData("", "esign", "a", "b", "bukan alamat web")]
    [InlineData("", "ftp://esign", "a", "b", "bukan alamat web")]
    [InlineData("", "https://a:b@esign", "a", "b", "bukan alamat web")]
    [InlineData("", "http://esign.contoh", "a", "b", "memakai http")]
    [InlineData("", "https://esign.contoh", "", "b", "Bsre:Pengguna dan Bsre:KataSandi")]
    [InlineData("", "https://esign.contoh", "a:b", "b", "tanpa titik dua")]
    public void Settings_that_cannot_work_are_refused_at_the_start_without_the_password(
        string mode, string address, string user, string password, string sentence)
    {
        var refused = Assert.Throws<StartRefusedException>(
            () => BsreSettings.Read(Settings(("Alamat", address), ("Pengguna", user), ("KataSandi", password), ("Induk", "/rantai")), mode == "BSrE"));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BatasWaktu", "lama", "tidak terbaca")]
    [InlineData("AsalTitik", "Tengah", "tidak terbaca")]
    [InlineData("BatasWaktu", "0", "1 sampai 600")]
    [InlineData("Induk", "", "Bsre:Induk belum diisi")]
    [InlineData("Induk", " ", "Bsre:Induk belum diisi")]
    [InlineData("HostDaftarCabut", "crl.contoh", "Bsre:DaftarCabut belum")]
    [InlineData("Totp", "mungkin", "Bsre:Totp berisi ya atau tidak")]
    public void Values_that_cannot_be_read_are_refused(string name, string value, string sentence) => Assert.Contains(
        sentence, Assert.Throws<StartRefusedException>(() => BsreSettings.Read(
            Settings([.. new[] { ("Alamat", "https://esign.contoh"), ("Pengguna", "a"), ("KataSandi", "b"), ("Induk", "/rantai") }
                .Where(s => s.Item1 != name), (name, value)]),
            true)).Message, StringComparison.Ordinal);

    [Fact]
    public void Plain_http_is_for_this_machine_or_allowed_by_name()
    {
        Assert.False(BsreSettings.Read(Settings(), false).IsOn);
        foreach (var (address, allowed) in new[] { ("http://127.0.0.1:8081", "false"), ("http://localhost:8081", "false"), (
            "http://10.1.2.3", "true") })
        {
            Assert.True(BsreSettings.Read(
                Settings(("Alamat", address), ("Pengguna", "a"), ("KataSandi", "b"), ("Induk", "/rantai"), ("IzinkanHttp", allowed)), true).IsOn);
        }
    }

    [Fact]
    public void A_folder_without_a_root_is_refused()
    {
        var empty = Directory.CreateTempSubdirectory("kosong-").FullName;
        Assert.Contains("tidak memuat sertifikat induk", Assert.Throws<StartRefusedException>(() => BsreChain.Read(empty)).Message,
            StringComparison.Ordinal);
        Directory.Delete(empty);
        Assert.Contains(
            "tidak terbaca", Assert.Throws<StartRefusedException>(() => BsreChain.Read(empty)).Message, StringComparison.Ordinal);
        Assert.False(BsreChain.Read("").IsChecked);
        // In another way of signing a service may be set without its chain; nobody signs by it then.
        Assert.True(BsreSettings.Read(Settings(("Alamat", "https://esign.contoh"), ("Pengguna", "a"), ("KataSandi", "b")), false).IsOn);
        Assert.Contains("Bsre:DaftarCabut tidak ada", Assert.Throws<StartRefusedException>(() => BsreChain.Read("", empty)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_is_placed_in_the_room_that_the_form_left_from_either_corner()
    {
        var pdf = SampleSignatures.Drawn();
        var (low, high) = (
            BsreRoom.Of(pdf, SignaturePlace.Asn, BsreOrigin.KiriBawah), BsreRoom.Of(pdf, SignaturePlace.Asn, BsreOrigin.KiriAtas));
        var room = SignatureRoom.Of(PdfSource.Read(pdf), SignaturePlace.Asn);

        Assert.Equal((low.Page, low.X, low.Side), (high.Page, high.X, high.Side));
        Assert.Equal(room.Rectangle.Items[1].ToString(), low.Y.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(low.Y + low.Side + high.Y, 590, 1250);
        Assert.Equal(Math.Min(room.Width, room.Height), low.Side);
        // Behind what others signed it is the same room.
        using var service = new FakeBsre();
        Assert.Equal(low, BsreRoom.Of([.. service.Sign(pdf), .. "\n"u8], SignaturePlace.Asn, BsreOrigin.KiriBawah));
        Assert.Throws<PdfRefusedException>(() => BsreRoom.Of("%PDF-1.7 bukan"u8.ToArray(), SignaturePlace.Asn, BsreOrigin.KiriBawah));
    }

    [Fact]
    public void Every_byte_of_a_signed_file_is_held_by_its_signatures()
    {
        using var service = new FakeBsre();
        var signatures = new BsreSignatures(BsreChain.Read(service.Chain));
        var one = service.Sign(SampleSignatures.Drawn());
        var two = service.Sign(one);
        Assert.True(signatures.AreComplete(two, SignatureRows.CountIn(DocumentKind.Final), FakeBsre.Times));
        Assert.False(signatures.AreComplete(one, SignatureRows.CountIn(DocumentKind.Final), FakeBsre.Times));
        Assert.False(signatures.AreComplete(SampleSignatures.Drawn(), 0 + 1, FakeBsre.Times));

        var random = new Random(20261123);
        for (var i = 0; i < 200; i++)
        {
            var changed = (byte[])two.Clone();
            var at = random.Next(changed.Length);
            changed[at] = (byte)(changed[at] == 'x' ? 'y' : 'x');
            Assert.False(signatures.AreComplete(changed, 2, FakeBsre.Times), $"byte {at} of {two.Length}: "
                + $"{Encoding.Latin1.GetString(two, Math.Max(0, at - 20), 20)}");
        }

        Assert.False(signatures.AreComplete([.. two, .. "\n"u8], 2, FakeBsre.Times));
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>($"Bsre:{s.Name}", s.Value))).Build();
}
