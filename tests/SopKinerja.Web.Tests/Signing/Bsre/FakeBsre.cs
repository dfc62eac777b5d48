using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Tests.Signing.Bsre;

/// <summary>How the service behaves.</summary>
public enum Behaviour
{
    Signs,
    NotRegistered,
    NoCertificate,
    AnotherState,
    Unauthorized,
    NotFound,
    ErrorWithACode,
    ErrorWithoutACode,
    Silent,
    CutBeforeTheAnswer,
    CutWithinTheAnswer,
    Garbage,
    Html,
    NoFile,
    AnotherFile,
    ChangedFile,
    FileAsItCame,
    AddedBehindTheSignature,
    SignedByAStranger,
    Redirects,
    RepaintsThePage,
    SignsOutsideTheRoom,
    SignsWithMaterial,
    SignsPacked,
}

/// <summary>
/// The service of BSrE on a port of its own: it checks what a caller must send, and signs with certificates of a chain made for the test.
/// Its saves and messages are written by other code than the program's own, as BSrE's are.
/// </summary>
public sealed class FakeBsre : IDisposable
{
    public const string User = "dinas-uji";
    public const string Password = "sandi instansi 7731";
    public const string Passphrase = "Frasa-BSrE-Rahasia-4711";

    private static readonly string[] Fields =
        ["imageBase64", "tampilan", "page", "originX", "originY", "width", "height", "location", "reason", "contactInfo"];

    /// <summary>What it writes into each signature.</summary>
    public static readonly DateTimeOffset SignedAt = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Of a file that comes back at once.</summary>
    public static readonly SignatureTimes Times = SignatureTimes.Unstored(SignedAt.AddSeconds(1));

    private readonly WebApplication _app;
    /// <summary>By this name it signs for whoever is not known to it.</summary>
    public const string Anybody = "Penanda Tangan Uji";

    private readonly X509Certificate2 _root = Certificate("Induk BSrE Uji", null);
    private readonly X509Certificate2 _stranger = Certificate("Orang Lain", null);
    private readonly ConcurrentDictionary<(string Name, int Edition, string? Serial), X509Certificate2> _signers = new();

    public FakeBsre()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.MapPost("/api/v2/sign/pdf", (Delegate)SignAsync);
        _app.MapPost("/api/v2/user/check/status", (Delegate)StatusAsync);
        _app.MapPost("/api/v2/verify/pdf", (Delegate)Verify);
        _app.MapPost("/api/v2/sign/get/totp", (Delegate)TotpAsync);
        _app.MapGet("/daftar.crl", () =>
        {
            Lists.Enqueue("/daftar.crl");
            return List is { } list ? Results.Bytes(list) : Results.NotFound();
        });
        _app.MapGet("/dialihkan.crl", () => Results.Redirect("/daftar.crl"));
        _app.StartAsync().GetAwaiter().GetResult();
        Chain = Directory.CreateTempSubdirectory("rantai-bsre-").FullName;
        File.WriteAllText(Path.Combine(Chain, "induk.pem"), _root.ExportCertificatePem());
    }

    public string Address => _app.Urls.Single();

    /// <summary>A folder with the certificate that the chain ends in.</summary>
    public string Chain { get; }

    public Behaviour Behaviour { get; set; }

    /// <summary>The names in the certificates, by NIK.</summary>
    public ConcurrentDictionary<string, string> Names { get; } = new();

    /// <summary>Which certificate of a person signs: another has another key.</summary>
    public int Edition { get; set; }

    /// <summary>The number of the subject in the certificates; null for none.</summary>
    public string? Serial { get; set; }

    /// <summary>The code that it sent last; null when it asks for the passphrase.</summary>
    public string? Code { get; private set; }

    /// <summary>The list of revoked certificates that it hands out; null for none.</summary>
    public byte[]? List { get; set; }

    /// <summary>Who asked for a list.</summary>
    public ConcurrentQueue<string> Lists { get; } = new();

    /// <summary>What it was asked to sign, request by request.</summary>
    public ConcurrentQueue<JsonObject> ToSign { get; } = new();

    /// <summary>The file that it signed last, whether it was given out or not.</summary>
    public byte[]? Signed { get; private set; }

    /// <summary>Set when a request to sign has arrived.</summary>
    public TaskCompletionSource Arrived { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>While it is there, answers wait for it.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>By which it signs; null for one that stands at <see cref="Moment"/>.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>What stands in the next signature as its time.</summary>
    public DateTimeOffset Moment { get; set; } = SignedAt;

    /// <summary>Everything from the beginning.</summary>
    public void Reset(Behaviour behaviour = Behaviour.Signs)
    {
        (Behaviour, Signed, Hold, Arrived) = (behaviour, null, null, new(TaskCreationOptions.RunContinuationsAsynchronously));
        (Edition, Serial, Code, Moment) = (0, null, null, SignedAt);
        ToSign.Clear();
    }

    /// <summary>The certificate that signs for a name.</summary>
    public X509Certificate2 SignerOf(string name) => _signers.GetOrAdd(
        (name, Edition, Serial), key => Certificate(key.Name, _root, key.Serial, [$"{Address}/daftar.crl"]));

    /// <summary>A list of its authority with a certificate on it since a moment, or with none.</summary>
    public byte[] ListOf(DateTimeOffset made, X509Certificate2? revoked = null, DateTimeOffset? since = null, bool byStranger = false)
    {
        var list = new CertificateRevocationListBuilder();
        if (revoked is not null)
        {
            list.AddEntry(revoked, since, X509RevocationReason.KeyCompromise);
        }

        var number = made.ToUnixTimeSeconds();
        using var other = Certificate("Induk BSrE Uji", null);
        return list.Build(byStranger ? other : _root, number, made.AddDays(7), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, made);
    }

    /// <summary>Signs as the service does, also for a test that holds up a file: in the next free room, where no other place is
    /// named.</summary>
    /// <param name="besides">What else the save does, before it is signed.</param>
    /// <param name="spelled">Spells the save in another way, no byte longer or shorter.</param>
    internal byte[] Sign(
        byte[] pdf, int? page = null, double? x = null, double? y = null, double? side = null, byte[]? picture = null,
        bool byStranger = false, string name = Anybody, SaveStyle style = SaveStyle.Table, Action<ForeignSave, FakeField>? besides = null,
        Func<string, string>? spelled = null)
    {
        var save = new ForeignSave(pdf);
        var catalog = save.Map(save.Root);
        var known = catalog["/AcroForm"] is { } form ? save.Map(form) : ForeignSave.Pairs("/SigFlags 3");
        var fields = known["/Fields"] as PdfArray ?? new([]);
        var room = BsreRoom.Of(pdf, Enum.GetValues<SignaturePlace>()[fields.Items.Count % 3], BsreOrigin.KiriBawah);
        var (on, left, bottom, size) = (save.Form.Pages[(page ?? room.Page) - 1], x ?? room.X, y ?? room.Y, side ?? room.Side);
        var (map, data) = Image(picture);
        var image = save.Add(map, data.ToArray());
        var drawing = Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"q {size:0.###} 0 0 {size:0.###} 0 0 cm /Im0 Do Q"));
        var look = save.Add(ForeignSave.Pairs("/Type /XObject /Subtype /Form", (
            "/BBox", new PdfArray([Number(0), Number(0), Number(size), Number(size)])),
            ("/Resources", new PdfMap([("/XObject", new PdfMap([("/Im0", new PdfReference(image))]))]))), drawing);
        var value = save.Add(ForeignSave.Pairs(
            string.Create(CultureInfo.InvariantCulture,
                $"/Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M (D:{(Clock?.GetUtcNow() ?? Moment).UtcDateTime:yyyyMMddHHmmss}Z)"),
            ("/ByteRange", new PdfAtom("[0 0000000000 0000000000 0000000000]")), ("/Contents", new PdfAtom($"<{new string('0', 16_384)}>"))));
        var field = save.Add(ForeignSave.Pairs("/Type /Annot /Subtype /Widget /FT /Sig /F 132", (
            "/T", new PdfAtom($"(Signature{fields.Items.Count + 1})")),
            ("/V", new PdfReference(value)), ("/P", new PdfReference(on)), ("/AP", new PdfMap([("/N", new PdfReference(look))])),
            ("/Rect", new PdfArray([Number(left), Number(bottom), Number(left + size), Number(bottom + size)]))));
        // Another program holds its dictionaries in an order of its own.
        save.Put(save.Root.Number, new PdfMap([.. catalog.Without("/AcroForm").Entries.Reverse(),
            ("/AcroForm", known.With("/Fields", fields.With(new PdfReference(field))))]));
        var sheet = save.Map(new PdfReference(on));
        save.Put(on, new PdfMap([("/Annots", (sheet["/Annots"] as PdfArray ?? new([])).With(new PdfReference(field))),
            .. sheet.Without("/Annots").Entries.Reverse()]));
        besides?.Invoke(save, new(field, value, look, on));
        var file = save.Write(style);
        if (spelled is not null)
        {
            var own = spelled(Encoding.Latin1.GetString(file, pdf.Length, file.Length - pdf.Length));
            Assert.Equal(file.Length - pdf.Length, own.Length);
            Encoding.Latin1.GetBytes(own, file.AsSpan(pdf.Length));
        }

        return Fill(file, byStranger ? _stranger : SignerOf(name));
    }

    /// <summary>Saves once more behind a signature, with what is needed to check it later.</summary>
    internal byte[] WithMaterial(byte[] signed, SaveStyle style = SaveStyle.Table, Action<ForeignSave, PdfMap>? besides = null)
    {
        var save = new ForeignSave(signed);
        var blob = save.Add(ForeignSave.Pairs("/Filter /FlateDecode"), ForeignSave.Deflated(_root.RawData));
        var list = save.Add(ForeignSave.Pairs("/Filter /FlateDecode"), ForeignSave.Deflated(ListOf(DateTimeOffset.UnixEpoch.AddYears(56))));
        var certificates = save.Add(new PdfArray([new PdfReference(blob)]));
        var lists = save.Add(new PdfArray([new PdfReference(list)]));
        var one = ForeignSave.Pairs($"/TU (D:20261123090000Z)", ("/Cert", new PdfArray([new PdfReference(blob)])));
        var store = ForeignSave.Pairs("/Type /DSS", ("/Certs", new PdfReference(certificates)), ("/CRLs", new PdfReference(lists)),
            ("/VRI", new PdfMap([($"/{Convert.ToHexString(SHA256.HashData(signed), 0, 20)}", one)])));
        var number = save.Add(store);
        save.Put(save.Root.Number, save.Map(save.Root).With("/DSS", new PdfReference(number)).With(
            "/Extensions", new PdfMap([("/ESIC", ForeignSave.Pairs("/BaseVersion /1.7 /ExtensionLevel 1"))])));
        besides?.Invoke(save, store);
        return save.Write(style);
    }

    /// <summary>Saves once more behind a signature, with a timestamp over all of it that shows nothing.</summary>
    internal async Task<byte[]> WithStampAsync(byte[] signed, bool isGood = true, double size = 0)
    {
        var save = new ForeignSave(signed);
        var value = save.Add(ForeignSave.Pairs("/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161",
            ("/ByteRange", new PdfAtom("[0 0000000000 0000000000 0000000000]")), ("/Contents", new PdfAtom($"<{new string('0', 16_384)}>"))));
        var on = save.Form.Pages[0];
        var field = save.Add(ForeignSave.Pairs("/Type /Annot /Subtype /Widget /FT /Sig /F 132 /T (Stempel)", ("/V", new PdfReference(value)),
            ("/P", new PdfReference(on)), ("/Rect", new PdfArray([Number(0), Number(0), Number(size), Number(size)]))));
        var catalog = save.Map(save.Root);
        var form = save.Map(catalog["/AcroForm"]);
        save.Put(save.Root.Number, catalog.With("/AcroForm", form.With("/Fields", ((PdfArray)form["/Fields"]!).With(new PdfReference(field)))));
        var sheet = save.Map(new PdfReference(on));
        save.Put(on, sheet.With("/Annots", (sheet["/Annots"] as PdfArray ?? new([])).With(new PdfReference(field))));
        var file = save.Write(SaveStyle.Table);
        var (hole, after) = Hole(file);
        using var http = new HttpClient(new SampleTimestamps());
        var stamped = isGood ? (byte[])[.. file.AsSpan(0, hole), .. file.AsSpan(after)] : file;
        var token = (await new Web.Signing.Cms.TimestampServer(http, new("http://stempel.uji/")).StampAsync(stamped, CancellationToken.None)).Token!;
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(token), file.AsSpan(hole + 1));
        return file;
    }

    /// <summary>Makes the last signature anew, over a file that was changed: what someone with a good key could forge.</summary>
    public byte[] SignAgain(byte[] file, string name = Anybody) => Fill(file, SignerOf(name));

    public void Dispose()
    {
        ((IDisposable)_app).Dispose();
        Directory.Delete(Chain, recursive: true);
    }

    private async Task<IResult> StatusAsync(HttpContext http)
    {
        var request = await ReadAsync(http);
        Assert.Equal(["nik"], request.Select(p => p.Key));
        return Behaviour switch
        {
            Behaviour.NotRegistered =>
                Results.Json(new { status_code = 2011, message = "User tidak terdaftar", status = "NOT_REGISTERED" }),
            Behaviour.NoCertificate =>
                Results.Json(new { status_code = 2021, message = "User belum memiliki sertifikat", status = "NO_CERTIFICATE" }),
            Behaviour.AnotherState =>
                Results.Json(new { status_code = 1110, message = "Sertifikat habis masa berlaku", status = "EXPIRED" }),
            _ => Results.Json(new { status_code = 1111, message = "User memiliki sertifikat aktif", status = "ISSUE" }),
        };
    }

    private async Task<IResult> SignAsync(HttpContext http)
    {
        var request = await ReadAsync(http);
        Assert.Equal(Code is null ? ["nik", "passphrase", "signatureProperties", "file"] : ["nik", "signatureProperties", "file", "totp"],
            request.Select(p => p.Key));
        Assert.Equal(Fields, request["signatureProperties"]!.AsArray().Single()!.AsObject().Select(p => p.Key));
        ToSign.Enqueue(request);
        Arrived.TrySetResult();
        await (Hold?.Task ?? Task.CompletedTask);
        if (Behaviour == Behaviour.Unauthorized || http.Request.Headers.Authorization != Basic.ToString())
        {
            return Results.Text("<h1>401</h1>", "text/html", Encoding.UTF8, 401);
        }

        if (Code is not null && (string?)request["totp"] != Code)
        {
            return Results.Json(new { status_code = 2032, error = "TOTP salah atau kedaluwarsa" }, statusCode: 400);
        }

        if (Code is null && (string)request["passphrase"]! != Passphrase)
        {
            return Results.Json(new { status_code = 2031, error = "Passphrase anda salah" }, statusCode: 400);
        }

        var sent = Convert.FromBase64String((string)request["file"]!.AsArray().Single()!);
        var how = request["signatureProperties"]![0]!;
        Signed = Sign(sent, (int)how["page"]!, (double)how["originX"]!,
            (double)how["originY"]! + (Behaviour == Behaviour.SignsOutsideTheRoom ? 60 : 0), (double)how["width"]!, Convert.FromBase64String((string)how["imageBase64"]!),
            Behaviour == Behaviour.SignedByAStranger, Names.GetValueOrDefault((string)request["nik"]!, Anybody),
            Behaviour == Behaviour.SignsPacked ? SaveStyle.Packed : SaveStyle.Table,
            Behaviour == Behaviour.RepaintsThePage ? Repainted : null);
        Signed = Behaviour == Behaviour.SignsWithMaterial ? WithMaterial(Signed) : Signed;
        return await AnswerAsync(http, sent, Signed);
    }

    private static void Repainted(ForeignSave save, FakeField field)
    {
        var page = save.Form.Pages[0];
        var white = save.Add(new PdfMap([]), "1 1 1 rg 0 0 2000 2000 re f"u8.ToArray());
        save.Put(page, save.Map(new PdfReference(page)).With("/Contents", new PdfReference(white)));
    }

    private async Task<IResult> TotpAsync(HttpContext http)
    {
        var request = await ReadAsync(http);
        Assert.Equal(["nik", "data"], request.Select(p => p.Key));
        Assert.Equal(1, (int)request["data"]!);
        if (Behaviour == Behaviour.NotRegistered)
        {
            return Results.Json(new { status_code = 2011, message = "User tidak terdaftar" });
        }

        if (Behaviour == Behaviour.CutBeforeTheAnswer)
        {
            http.Abort();
            return Results.Empty;
        }

        Code = RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture);
        return Results.Json(new { message = "TOTP berhasil dikirim" });
    }

    private async Task<IResult> AnswerAsync(HttpContext http, byte[] sent, byte[] signed)
    {
        switch (Behaviour)
        {
            case Behaviour.NotFound:
                return Results.Text("not found", "text/plain", Encoding.UTF8, 404);
            case Behaviour.ErrorWithACode:
                return Results.Json(new { status_code = 2041, message = "Berkas tidak dapat dibaca" }, statusCode: 500);
            case Behaviour.ErrorWithoutACode:
                return Results.Json(new { timestamp = 1, status = 500, error = "Internal Server Error" }, statusCode: 500);
            case Behaviour.Silent:
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
                return Results.Empty;
            case Behaviour.CutBeforeTheAnswer:
                http.Abort();
                return Results.Empty;
            case Behaviour.CutWithinTheAnswer:
                http.Response.ContentLength = 1_000_000;
                await http.Response.WriteAsync("{\"time\":12,\"file\":[\"JVBER");
                await http.Response.Body.FlushAsync();
                http.Abort();
                return Results.Empty;
            case Behaviour.Garbage:
                return Results.Text("{\"time\":12,\"file\":[\"JVBER", "application/json");
            case Behaviour.Html:
                return Results.Text("<!doctype html><title>Gateway</title>", "text/html");
            case Behaviour.Redirects:
                return Results.Redirect("/api/v2/sign/pdf", preserveMethod: true);
            case Behaviour.NoFile:
                return Results.Json(new { time = 12, file = Array.Empty<string>() });
            case Behaviour.AnotherFile:
                return Answer(Sign(SampleSignatures.Drawn()));
            case Behaviour.ChangedFile:
                signed[^200]++;
                return Answer(signed);
            case Behaviour.FileAsItCame:
                return Answer(sent);
            case Behaviour.AddedBehindTheSignature:
                return Answer([.. signed, .. "\n% catatan\n"u8]);
            default:
                return Answer(signed);
        }
    }

    private async Task<IResult> Verify(HttpContext http)
    {
        var file = Convert.FromBase64String((string)(await ReadAsync(http))["file"]!);
        var count = Encoding.Latin1.GetString(file).Split("/ByteRange").Length - 1;
        return Results.Text($$"""
            {"signatureCount":{{count}},"conclusion":"{{(count == 0 ? "NO_SIGNATURE" : "VALID")}}","description":"Dokumen diperiksa",
             "signatureInformations":[{"signerName":"Penanda Tangan Uji","signatureDate":"2026-11-23","integrityValid":true,"certificateTrusted":true,
              "signatureFormat":"PAdES-BASELINE-T","ltv":false,"timestampInfomation":{"signerName":"TSA Uji"} }]}
            """, "application/json");
    }

    private static IResult Answer(byte[] file) => Results.Json(new { time = 1234, file = new[] { Convert.ToBase64String(file) } });

    private static AuthenticationHeaderValue Basic => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));

    private static async Task<JsonObject> ReadAsync(HttpContext http) => (JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!;

    private static byte[] Fill(byte[] written, X509Certificate2 signer)
    {
        var file = (byte[])written.Clone();
        var (hole, after) = Hole(file);
        file.AsSpan(hole + 1, after - hole - 2).Fill((byte)'0');
        var cms = new SignedCms(new ContentInfo([.. file.AsSpan(0, hole), .. file.AsSpan(after)]), detached: true);
        var how = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer)
        {
            DigestAlgorithm = new("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly
        };
        cms.ComputeSignature(how);
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(cms.Encode()), file.AsSpan(hole + 1));
        return file;
    }

    // Where the last message goes; which bytes it is about is written beside it.
    private static (int Hole, int After) Hole(byte[] file)
    {
        var hole = file.AsSpan().LastIndexOf("/Contents<"u8) + "/Contents".Length;
        var after = hole + file.AsSpan(hole).IndexOf((byte)'>') + 1;
        var range = file.AsSpan().LastIndexOf("/ByteRange["u8) + "/ByteRange".Length;
        Encoding.ASCII.GetBytes($"[0 {hole:D10} {after:D10} {file.Length - after:D10}]", file.AsSpan(range));
        return (hole, after);
    }

    /// <summary>The squares of a PNG are packed as those of a PDF are, so they go over as they are.</summary>
    private static (PdfMap Map, ReadOnlyMemory<byte> Data) Image(byte[]? png)
    {
        if (png is null)
        {
            return (Map("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1"),
                new byte[] { 0 });
        }

        using var data = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(png, at + 8, length);
            }

            at += length + 12;
        }

        var (width, bits, kind) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), png[24], png[25]);
        Assert.True(kind is 0, $"PNG of colour type {kind}");
        return (Map("/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /Filter /FlateDecode",
            ("/Width", Number(width)), ("/Height", Number(width)), ("/BitsPerComponent", Number(bits)), ("/Length", Number(data.Length)),
            ("/DecodeParms",
                Map("/Predictor 15 /Colors 1", ("/BitsPerComponent", Number(bits)), ("/Columns", Number(width))))), data.ToArray());
    }

    private static PdfAtom Number(double number) => new(number.ToString("0.###", CultureInfo.InvariantCulture));

    private static PdfMap Map(string pairs, params (string, PdfValue)[] more) => ForeignSave.Pairs(pairs, more);

    private static X509Certificate2 Certificate(string name, X509Certificate2? issuer, string? serial = null, string[]? lists = null)
    {
        var (from, to) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var key = RSA.Create(2048);
        var subject = new X500DistinguishedNameBuilder();
        if (serial is not null)
        {
            subject.Add("2.5.4.5", serial, UniversalTagNumber.PrintableString);
        }

        subject.AddCountryOrRegion("ID");
        subject.AddOrganizationName("BSrE Uji");
        subject.AddCommonName(name);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(issuer is null, false, 0, true));
        if (issuer is null)
        {
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
            return request.CreateSelfSigned(from, to);
        }

        if (lists is not null)
        {
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(lists));
        }

        return request.Create(issuer, from, to, RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(key);
    }
}

/// <summary>The objects of a field that the service added.</summary>
internal sealed record FakeField(int Field, int Value, int Look, int Page);
