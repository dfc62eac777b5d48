using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SopKinerja.Web.Signing.Bsre;

/// <typeparam name="T">What a good answer holds.</typeparam>
public abstract record BsreReply<T>
{
    private BsreReply()
    {
    }

    public sealed record Answered(T Answer) : BsreReply<T>;

    /// <summary>It was not done.</summary>
    public sealed record Refused(string Sentence) : BsreReply<T>;

    /// <summary>It may have been done: the request had left, and no answer came that says.</summary>
    public sealed record Lost(string Sentence) : BsreReply<T>;
}

/// <summary>
/// The e-Sign Client Service v2 of BSrE, over HTTP Basic. Every request is made once: not repeated after a failure, not redirected, and
/// not over a connection that was used before, which the framework may repeat by itself.
/// </summary>
public sealed class BsreClient(HttpClient http, BsreSettings settings)
{
    /// <summary>Our documents are below 1 MiB; base64 adds a third.</summary>
    public const int LargestAnswer = 32 * 1024 * 1024;

    private const int NotRegistered = 2011;
    private const int NoCertificate = 2021;
    private const int LongestWords = 200;

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    // These say that a request was not acted on (RFC 9110, 15.5), whatever stands in between and says them.
    private static readonly HashSet<HttpStatusCode> NotActedOn =
    [
        HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound,
        HttpStatusCode.MethodNotAllowed,
        HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.TooManyRequests,
    ];

    public async Task<BsreReply<byte[]>> SignAsync(BsreSignRequest request) =>
        await PostAsync<BsreSignAnswer>("api/v2/sign/pdf", request) switch
        {
            BsreReply<BsreSignAnswer>.Answered { Answer.File: [{ Length: > 0 } file] } => new BsreReply<byte[]>.Answered(file),
            BsreReply<BsreSignAnswer>.Answered { Answer: { File: null, StatusCode: NotRegistered or NoCertificate } answer } =>
                new BsreReply<byte[]>.Refused(WhyNotAble(new(answer.StatusCode, null, null, null))!),
            BsreReply<BsreSignAnswer>.Answered => new BsreReply<byte[]>.Lost("Layanan BSrE menjawab tanpa berkas yang ditandatangani."),
            BsreReply<BsreSignAnswer>.Refused refused => new BsreReply<byte[]>.Refused(refused.Sentence),
            BsreReply<BsreSignAnswer>.Lost lost => new BsreReply<byte[]>.Lost(lost.Sentence),
            var other => throw new InvalidOperationException($"{other} is no reply."),
        };

    /// <summary>Null when someone can sign; a sentence otherwise. It asks only, so no failure of it leaves anything unknown.</summary>
    public async Task<string?> WhyNotAbleAsync(string nik) =>
        await PostAsync<BsreStatusAnswer>("api/v2/user/check/status", new BsreStatusRequest(nik)) switch
        {
            BsreReply<BsreStatusAnswer>.Answered { Answer: var answer } => WhyNotAble(answer),
            BsreReply<BsreStatusAnswer>.Refused refused => refused.Sentence,
            BsreReply<BsreStatusAnswer>.Lost lost =>
                $"{lost.Sentence} Yang ditanyakan baru keadaan Anda di BSrE; belum ada yang dikirim untuk ditandatangani. Coba lagi.",
            var other => throw new InvalidOperationException($"{other} is no reply."),
        };

    /// <summary>Null when a code for one file was sent to the signer; a sentence otherwise. A code signs nothing, so nothing is undecided;
    /// but one may have been sent although no answer came.</summary>
    public async Task<string?> WhyNotSentCodeAsync(string nik) =>
        await PostAsync<BsreStatusAnswer>("api/v2/sign/get/totp", new BsreTotpRequest(nik, 1)) switch
        {
            BsreReply<BsreStatusAnswer>.Answered { Answer: { StatusCode: NotRegistered or NoCertificate } answer } =>
                WhyNotAble(answer with { Status = null }),
            BsreReply<BsreStatusAnswer>.Answered => null,
            BsreReply<BsreStatusAnswer>.Refused refused => refused.Sentence,
            BsreReply<BsreStatusAnswer>.Lost lost => $"{lost.Sentence} Kodenya mungkin sudah dikirim: periksa surel atau aplikasi BSrE "
                + "Anda sebelum meminta lagi.",
            var other => throw new InvalidOperationException($"{other} is no reply."),
        };

    public Task<BsreReply<BsreVerifyAnswer>> VerifyAsync(byte[] file) =>
        PostAsync<BsreVerifyAnswer>("api/v2/verify/pdf", new BsreVerifyRequest(file));

    private async Task<BsreReply<T>> PostAsync<T>(string path, object message)
    {
        using var body = new WatchedBody(JsonSerializer.SerializeToUtf8Bytes(message, Json));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        using var limit = new CancellationTokenSource(settings.Patience);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return response.IsSuccessStatusCode ? Read<T>(answer) : Refusal<T>(response.StatusCode, answer);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            return !body.HasLeft
                ? new BsreReply<T>.Refused("Layanan BSrE tidak dapat dihubungi, dan belum ada yang dikirim. Coba lagi nanti; bila tetap "
                    + "begitu, hubungi administrator.")
                : new BsreReply<T>.Lost(limit.IsCancellationRequested
                    ? $"Layanan BSrE tidak menjawab dalam {settings.BatasWaktu} detik."
                    : "Sambungan ke layanan BSrE terputus sebelum jawabannya lengkap.");
        }
    }

    private static BsreReply<T> Read<T>(byte[] answer) => TryRead<T>(answer) is { } read
        ? new BsreReply<T>.Answered(read)
        : new BsreReply<T>.Lost("Jawaban layanan BSrE tidak terbaca.");

    // What a 5xx leaves behind is not known unless the service itself says it, with a code of its own.
    private static BsreReply<T> Refusal<T>(HttpStatusCode code, byte[] answer)
    {
        var error = TryRead<BsreStatusAnswer>(answer);
        var words = Words(error?.Words);
        return code == HttpStatusCode.Unauthorized && !IsAboutPassphrase(words) && !IsAboutCode(words)
                ? new BsreReply<T>.Refused("Layanan BSrE menolak akun instansi (401), jadi tidak ada yang ditandatangani. Beri tahu "
                    + "administrator; passphrase Anda belum diperiksa.")
            : error is { StatusCode: not null } ? new BsreReply<T>.Refused(WhyNotAble(error with { Status = null })!)
            : words is not null && (int)code < 500 ? new BsreReply<T>.Refused(Refused(words))
            : NotActedOn.Contains(code) ? new BsreReply<T>.Refused(
                $"Layanan BSrE menolak permintaan ini (kode {(int)code}). Tidak ada yang ditandatangani. Hubungi administrator.")
            : new BsreReply<T>.Lost(
                $"Layanan BSrE menjawab dengan galat (kode {(int)code}) tanpa mengatakan apakah berkas ditandatangani.");
    }

    private static string? WhyNotAble(BsreStatusAnswer answer) => (answer.StatusCode, answer.Status) switch
    {
        (NotRegistered, _) or (_, "NOT_REGISTERED") =>
            "NIK Anda belum terdaftar di BSrE (2011). Periksa NIK di halaman Identitas BSrE saya, atau daftarkan diri lewat verifikator "
            + "instansi.",
        (NoCertificate, _) or (_, "NO_CERTIFICATE") =>
            "Anda terdaftar di BSrE, tetapi belum mempunyai sertifikat elektronik (2021). Ajukan penerbitannya lewat verifikator instansi.",
        (_, "ISSUE") => null,
        (not null, null) when Words(answer.Words) is null => $"BSrE menolak (kode {answer.StatusCode}). Tidak ada yang ditandatangani.",
        (_, null) => Words(answer.Words) is { } words
            ? Refused(words)
            : "Keadaan Anda di BSrE tidak terbaca dari jawabannya. Coba lagi nanti.",
        var (_, status) =>
            $"Keadaan Anda di BSrE: {Words(status)}. Dalam keadaan itu Anda belum dapat menandatangani; hubungi verifikator instansi.",
    };

    private static string Refused(string words) =>
        $"BSrE menolak: “{words}”. Tidak ada yang "
        + $"ditandatangani.{(IsAboutCode(words) ? " Minta kode baru, lalu tulis kode itu." : IsAboutPassphrase(words)
            ? " Tulis lagi passphrase BSrE Anda, yang bukan kata sandi akun." : "")}";

    private static bool IsAboutPassphrase(string? words) => words?.Contains("passphrase", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsAboutCode(string? words) => words?.Contains("otp", StringComparison.OrdinalIgnoreCase) == true;

    // Someone else's words on our screen: one line, not too long, nothing invisible.
    private static string? Words(string? text) =>
        text?.Trim() is { Length: > 0 } words ? new([.. words.Take(LongestWords).Select(c => char.IsControl(c) ? ' ' : c)]) : null;

    private static T? TryRead<T>(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
