using System.Buffers.Binary;
using System.Collections.Concurrent;
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

    private readonly WebApplication _app;
    private readonly X509Certificate2 _root = Certificate("Induk BSrE Uji", null);
    private readonly X509Certificate2 _signer;
    private readonly X509Certificate2 _stranger = Certificate("Orang Lain", null);

    public FakeBsre()
    {
        _signer = Certificate("Penanda Tangan Uji", _root);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.MapPost("/api/v2/sign/pdf", (Delegate)SignAsync);
        _app.MapPost("/api/v2/user/check/status", (Delegate)StatusAsync);
        _app.MapPost("/api/v2/verify/pdf", (Delegate)Verify);
        _app.StartAsync().GetAwaiter().GetResult();
        Chain = Directory.CreateTempSubdirectory("rantai-bsre-").FullName;
        File.WriteAllText(Path.Combine(Chain, "induk.pem"), _root.ExportCertificatePem());
    }

    public string Address => _app.Urls.Single();

    /// <summary>A folder with the certificate that the chain ends in.</summary>
    public string Chain { get; }

    public Behaviour Behaviour { get; set; }

    /// <summary>What it was asked to sign, request by request.</summary>
    public ConcurrentQueue<JsonObject> ToSign { get; } = new();

    /// <summary>The file that it signed last, whether it was given out or not.</summary>
    public byte[]? Signed { get; private set; }

    /// <summary>Set when a request to sign has arrived.</summary>
    public TaskCompletionSource Arrived { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>While it is there, answers wait for it.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>Everything from the beginning.</summary>
    public void Reset(Behaviour behaviour = Behaviour.Signs)
    {
        (Behaviour, Signed, Hold, Arrived) = (behaviour, null, null, new(TaskCreationOptions.RunContinuationsAsynchronously));
        ToSign.Clear();
    }

    /// <summary>Signs as the service does, also for a test that holds up a file.</summary>
    public byte[] Sign(
        byte[] pdf, int page = 1, double x = 40, double y = 40, double side = 40, byte[]? picture = null, bool byStranger = false)
    {
        var source = PdfSource.Read(pdf);
        var increment = new PdfIncrement(pdf, source);
        var (root, pages) = (
            (PdfReference)source.Trailer["/Root"]!, Pages(source, source.Map(source.Trailer["/Root"])["/Pages"]!).ToList());
        var (catalog, on) = (source.Map(root), pages[page - 1]);
        var (value, field, look, image) = (increment.Take(), increment.Take(), increment.Take(), increment.Take());
        var before = catalog["/AcroForm"] is PdfReference known
            ? (known.Number, source.Map(known))
            : (increment.Take(), new PdfMap([("/SigFlags", new PdfAtom("3"))]));
        var fields = before.Item2["/Fields"] as PdfArray ?? new([]);
        increment.Put(root.Number, catalog.With("/AcroForm", new PdfReference(before.Item1)));
        increment.Put(before.Item1, before.Item2.With("/Fields", fields.With(new PdfReference(field))));
        var sheet = source.Map(new PdfReference(on));
        increment.Put(on, sheet.With("/Annots", (sheet["/Annots"] as PdfArray ?? new([])).With(new PdfReference(field))));
        increment.Put(value, Map("/Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M (D:20261123090000Z)",
            ("/ByteRange", new PdfAtom("[0 0000000000 0000000000 0000000000]")),
            ("/Contents", new PdfAtom($"<{new string('0', 16_384)}>"))));
        increment.Put(field, Map("/Type /Annot /Subtype /Widget /FT /Sig /F 132", (
            "/T", new PdfAtom($"(Signature{fields.Items.Count + 1})")),
            ("/V", new PdfReference(value)), ("/P", new PdfReference(on)), ("/AP", new PdfMap([("/N", new PdfReference(look))])),
            ("/Rect", new PdfArray([Number(x), Number(y), Number(x + side), Number(y + side)]))));
        var drawing = Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"q {side:0.###} 0 0 {side:0.###} 0 0 cm /Im0 Do Q"));
        increment.Put(look, Map("/Type /XObject /Subtype /Form", ("/Length", Number(drawing.Length)), (
            "/BBox", new PdfArray([Number(0), Number(0), Number(side), Number(side)])),
            ("/Resources", new PdfMap([("/XObject", new PdfMap([("/Im0", new PdfReference(image))]))]))), drawing);
        var (map, data) = Image(picture);
        increment.Put(image, map, data);
        var (file, start) = increment.Write(Convert.ToHexString(SHA256.HashData(pdf), 0, 16), value);
        return Fill(file, start, byStranger ? _stranger : _signer);
    }

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
        Assert.Equal(["nik", "passphrase", "signatureProperties", "file"], request.Select(p => p.Key));
        Assert.Equal(Fields, request["signatureProperties"]!.AsArray().Single()!.AsObject().Select(p => p.Key));
        ToSign.Enqueue(request);
        Arrived.TrySetResult();
        await (Hold?.Task ?? Task.CompletedTask);
        if (Behaviour == Behaviour.Unauthorized || http.Request.Headers.Authorization != Basic.ToString())
        {
            return Results.Text("<h1>401</h1>", "text/html", Encoding.UTF8, 401);
        }

        if ((string)request["passphrase"]! != Passphrase)
        {
            return Results.Json(new { status_code = 2031, error = "Passphrase anda salah" }, statusCode: 400);
        }

        var sent = Convert.FromBase64String((string)request["file"]!.AsArray().Single()!);
        var how = request["signatureProperties"]![0]!;
        Signed = Sign(sent, (int)how["page"]!, (double)how["originX"]!, (double)how["originY"]!, (double)how["width"]!,
            Convert.FromBase64String((string)how["imageBase64"]!), Behaviour == Behaviour.SignedByAStranger);
        return await AnswerAsync(http, sent, Signed);
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

    private static byte[] Fill(byte[] file, int start, X509Certificate2 signer)
    {
        var hole = start + file.AsSpan(start).IndexOf("/Contents<"u8) + "/Contents".Length;
        var after = hole + file.AsSpan(hole).IndexOf((byte)'>') + 1;
        var range = start + file.AsSpan(start).IndexOf("/ByteRange["u8) + "/ByteRange".Length;
        Encoding.ASCII.GetBytes($"[0 {hole:D10} {after:D10} {file.Length - after:D10}]", file.AsSpan(range));
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

    private static IEnumerable<int> Pages(PdfSource source, PdfValue node) => source.Map(node)["/Kids"] is PdfArray kids
        ? kids.Items.SelectMany(kid => Pages(source, kid))
        : [((PdfReference)node).Number];

    private static PdfAtom Number(double number) => new(number.ToString("0.###", CultureInfo.InvariantCulture));

    private static PdfMap Map(string pairs, params (string, PdfValue)[] more)
    {
        var words = pairs.Split(' ');
        return new([.. words.Chunk(2).Select(pair => (pair[0], (PdfValue)new PdfAtom(pair[1]))), .. more]);
    }

    private static X509Certificate2 Certificate(string name, X509Certificate2? issuer)
    {
        var (from, to) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}, O=BSrE Uji, C=ID", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(issuer is null, false, 0, true));
        return issuer is null
            ? request.CreateSelfSigned(from, to)
            : request.Create(issuer, from, to, RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(key);
    }
}
