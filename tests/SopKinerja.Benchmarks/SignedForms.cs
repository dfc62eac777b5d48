using System.Globalization;
using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Documents.Pp46;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Cms;
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Benchmarks;

/// <summary>
/// One two-page form, drawn by the engine of this build and signed three times; and as many as asked in one go, for the memory. The floor
/// of a signature is what no one can leave out: one hash over the file and one raw signature. Figures are processor time, because the
/// machine may be shared.
/// </summary>
public static class SignedForms
{
    private const string Alasan = "Menyetujui hasil penilaian prestasi kerja";

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 6, 5, 0, TimeSpan.Zero);

    private static readonly IPdfEngine Engine = BuiltPdfEngine.Make();

    private static readonly PegawaiTercetak Person =
        new("Siti Rahmawati, S.Kom.", "19900315 201503 2 004", "Penata Muda Tingkat I, III/b", "Pranata Komputer Ahli Pertama",
            "Sekretariat");

    /// <summary>Measures and prints.</summary>
    /// <param name="count">How many are made in one go.</param>
    /// <param name="rounds">How often the parts take turns.</param>
    public static void Run(int count, int rounds)
    {
        Console.WriteLine($"{Engine.Name}, {Draw().Length / 1024.0:0} KiB for one form.");
        using var authority = DinasAuthority.Make("Pemerintah Kabupaten Contoh", "DINAS", Now.AddDays(-1));
        Console.WriteLine($"{rounds} rounds, medians, milliseconds of processor time; {Environment.ProcessorCount} processors.");
        Console.WriteLine(
            "| Key | Draw | Signature | Hash and raw signature | Ratio | Drawn and signed three times | Judged, three signatures |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        (string Name, AsymmetricAlgorithm Algorithm)[] keys = [("P-256", ECDsa.Create(ECCurve.NamedCurves.nistP256)), (
            "RSA 2048", RSA.Create(2048))];
        // Code is compiled anew while it runs: everything is measured once without being told, so that the first key does not pay for the
        // second.
        foreach (var isTold in new[] { false, true })
        {
            foreach (var (name, algorithm) in keys)
            {
                var row = Measure(name, Certified(authority, new(algorithm)), rounds);
                Console.Write(isTold ? row : "");
            }
        }

        OpenKey(rounds);
        using var last = new SigningKey(ECDsa.Create(ECCurve.NamedCurves.nistP256));
        InOneGo(Certified(authority, last), count);
    }

    private static string Measure(string name, Signer signer, int rounds)
    {
        const int Times = 40;
        var verifier = new PdfSignatureVerifier(new(
            [signer.Authority], new Dictionary<string,
            CertificateStanding>
            { [SigningTrust.SerialOf(signer.Certificate)] = new(null, SigningTrust.HashOf(signer.Certificate)) }),
            SignatureTimes.Unstored(TimeProvider.System.GetUtcNow()));
        var drawn = Draw();
        var thrice = Thrice(signer);
        if (!verifier.Verify(thrice).Holds)
        {
            throw new InvalidOperationException("What was signed does not hold.");
        }

        List<double> draw = [], sign = [], floor = [], whole = [], judge = [];
        for (var round = -1; round < rounds; round++)
        {
            var figures = new[]
            {
                Spent(Times, () => Draw()), Spent(Times, () => Sign(drawn, SignaturePlace.Asn, signer)),
                Spent(Times, () => signer.Key.Sign(SHA256.HashData(drawn))), Spent(Times, () => Thrice(signer)),
                Spent(Times, () => verifier.Verify(thrice)),
            };
            foreach (var (list, figure) in new[] { draw, sign, floor, whole, judge }.Zip(figures).Where(_ => round >= 0))
            {
                list.Add(figure);
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Median(draw):0.00} | {Median(sign):0.00} | {Median(floor):0.00} | {Median(sign) / Median(floor):0.0} | "
            + $"{Median(whole):0.00} | {Median(judge):0.00} |\n");
    }

    private static void OpenKey(int rounds)
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var passphrase = new Passphrase("sungai barito mengalir");
        var locked = new KeyEnvelope().Seal(curve, passphrase);
        var spent = Enumerable.Range(0, rounds).Select(_ => Spent(1, () => KeyEnvelope.Open(locked, passphrase)!.Dispose())).ToList();
        Console.WriteLine(FormattableString.Invariant(
            $"Opening the key, {KeyEnvelope.Iterations:N0} iterations, slow on purpose, once for each signature: {Median(spent):0} ms."));
    }

    private static void InOneGo(Signer signer, int count)
    {
        const int Watched = 100;
        var before = Settled();
        var (highest, bytes) = (0L, 0L);
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < count; i++)
        {
            bytes += Thrice(signer).Length;
            if (i % Watched == Watched - 1)
            {
                highest = Math.Max(highest, Settled());
            }
        }

        var spent = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} in one go: {watch.Elapsed.TotalSeconds:0.0} s, {spent:0.00} ms each, {bytes / 1048576.0:N0} MiB made. Kept in "
            + $"memory before {before / 1048576.0:0.0} MiB, at most {highest / 1048576.0:0.0} MiB on the way; largest working set "
            + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:N0} MiB."));
    }

    private static long Settled() => GC.GetTotalMemory(forceFullCollection: true);

    private static byte[] Thrice(Signer signer) =>
        Enum.GetValues<SignaturePlace>().Aggregate(Draw(), (pdf, place) => Sign(pdf, place, signer));

    private static byte[] Sign(byte[] pdf, SignaturePlace place, Signer signer)
    {
        var prepared = PdfSignatureWriter.Prepare(pdf, place, new(Person.Nama, Person.NipLine, Person.Jabatan, Now, Alasan));
        return prepared.Complete(CmsSignature.Sign(prepared.Digest, signer.Certificate, signer.Authority, signer.Key));
    }

    private static byte[] Draw() => Engine.Draw(Form);

    private static double Spent(int times, Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            action();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times;
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    private static Signer Certified(DinasAuthority authority, SigningKey key)
    {
        var holder = new CertificateHolder(Person.Nama, "199003152015032004");
        return new(
            key, authority.Issue(DinasAuthority.Request(holder, key.Algorithm), holder, "Pemerintah Kabupaten Contoh", Now.AddHours(-1)),
            authority.Certificate);
    }

    private static FormDescription Form { get; } = new(
        new DocumentProperties("Penilaian Prestasi Kerja", "Contoh", "Dinas", Now),
        [
            new PenilaianPrestasiKerjaForm
            {
                NomorDokumen = "PPK-2026-000001",
                Instansi = "Pemerintah Kabupaten Contoh",
                Mulai = new(2026, 1, 1),
                Sampai = new(2026, 12, 31),
                YangDinilai = Person,
                PejabatPenilai = Person,
                AtasanPejabatPenilai = Person,
                Sheet = Pp46Sheet.From([], struktural: false) with { Perilaku = new(81.25m, 82.5m, 83.75m, 91m, 84.63m, null) },
                Score = PrestasiKerja.Of([87.46m], 0, 0, [81.25m, 82.5m, 83.75m, 91m, 84.63m]),
                IsSignedInFile = true,
            }.Describe(new(["PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH", "Jalan Contoh 1"])),
        ],
        "Dokumen PPK-2026-000001");

    private sealed record Signer(SigningKey Key, X509Certificate2 Certificate, X509Certificate2 Authority);
}
