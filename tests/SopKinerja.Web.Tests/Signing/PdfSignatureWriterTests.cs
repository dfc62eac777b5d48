using System.Globalization;
using System.Text.RegularExpressions;
using System.Text;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Documents.PermenPanRb6;
using SopKinerja.Web.Signing.Pdf;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Web.Tests.Signing;

public sealed partial class PdfSignatureWriterTests : IDisposable
{
    private readonly SampleSignatures _signatures = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Pdfsig_finds_every_signature_valid_and_the_last_over_the_whole_document(int count)
    {
        using var pdf = new PdfTools(_signatures.Signed(count));

        Assert.Equal(count, Lines(pdf.Signatures, "Signature is Valid."));
        Assert.Equal(count, Lines(pdf.Signatures, "ETSI.CAdES.detached"));
        Assert.Equal(1, Lines(pdf.Signatures, "  - Total document signed"));
        Assert.EndsWith("Total document signed",
            pdf.Signatures[..pdf.Signatures.LastIndexOf("\n  - Signature Validation", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Equal("", pdf.Faults());
        Assert.True(_signatures.Verify(_signatures.Signed(count)).Holds);
    }

    [Fact]
    public void The_day_of_a_signature_stands_behind_the_words_of_the_form_that_leave_room_for_it()
    {
        using var people = new SampleSignatures();
        var received = new DateTimeOffset(2026, 9, 30, 20, 0, 0, TimeSpan.Zero);
        var pdf = people.Sign(people.Signed(1), SignaturePlace.Asn, at: received);

        using var tools = new PdfTools(pdf);

        var lines = tools.Text.Split('\n').Select(line => line.Trim()).ToList();
        Assert.Contains("9. DIBUAT TANGGAL, 22 November 2026", lines);
        // 20.00 UTC is the next day in the office.
        Assert.Contains("10. DITERIMA TANGGAL, 1 Oktober 2026", lines);
        Assert.Contains("11. DITERIMA TANGGAL,", lines);
    }

    [Fact]
    public void The_document_under_PermenPANRB_6_has_room_for_the_three_as_well()
    {
        var kop = SampleKinerja.Kop();
        var form = DokumenEvaluasiForm.From(SampleKinerja.Sheet(SampleKinerja.Skp(FormulirSkp.Rows[0], 3)), kop,
            SampleKinerja.Parties) with
        { IsSignedInFile = true, HasPengesahan = true };
        var drawn = new PdfSharpEngine().Draw(kop.Document(form.YangDinilai, SampleSignatures.Now, form.Describe()));
        var signed = SampleSignatures.Persons.Keys.Aggregate(drawn, (pdf, place) => _signatures.Sign(pdf, place));
        using var pdf = new PdfTools(signed);

        Assert.Equal(3, Lines(pdf.Signatures, "Signature is Valid."));
        Assert.Equal("", pdf.Faults());
        Assert.Contains("12. Paringin\n", pdf.Text.Replace(" \n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(_signatures.Verify(signed).Holds);
    }

    [Fact]
    public void An_RSA_key_signs_as_well()
    {
        using var rsa = new SampleSignatures(isRsa: true);
        using var pdf = new PdfTools(rsa.Signed(3));

        Assert.Equal(3, Lines(pdf.Signatures, "Signature is Valid."));
        Assert.Equal("", pdf.Faults());
        Assert.True(rsa.Verify(rsa.Signed(3)).Holds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Openssl_agrees_about_every_signature_and_that_a_changed_byte_breaks_it(bool isRsa)
    {
        using var signatures = new SampleSignatures(isRsa);
        var folder = Directory.CreateTempSubdirectory("sop-cms-").FullName;
        string File(string name) => Path.Combine(folder, name);
        System.IO.File.WriteAllText(File("ca.pem"), signatures.Authority.Certificate.ExportCertificatePem());
        var pdf = signatures.Signed(3);
        foreach (var (cms, covered) in Extracted(pdf))
        {
            System.IO.File.WriteAllBytes(File("cms.der"), cms);
            System.IO.File.WriteAllBytes(File("isi"), covered);
            Assert.Contains("CAdES Verification successful", Asked(), StringComparison.Ordinal);
            covered[^1] ^= 1;
            System.IO.File.WriteAllBytes(File("isi"), covered);
            Assert.Contains("Verification failure", Asked(), StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);

        string Asked() => PdfTools.Run(
            "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", File("cms.der"), "-content", File("isi"), "-CAfile",
            File("ca.pem"),
            "-attime", SampleSignatures.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), "-cades", "-out",
            "/dev/null").Output;
    }

    [Fact]
    public void What_was_in_the_file_stays_byte_for_byte()
    {
        var (drawn, one, two) = (SampleSignatures.Drawn(), _signatures.Signed(1), _signatures.Signed(1));

        Assert.Equal(drawn, one[..drawn.Length]);
        two = _signatures.Sign(two, SignaturePlace.Asn);
        Assert.Equal(drawn, two[..drawn.Length]);
        var three = _signatures.Sign(two, SignaturePlace.AtasanPejabatPenilai);
        Assert.Equal(two, three[..two.Length]);
    }

    [Fact]
    public void The_text_keeps_its_order_and_gains_the_words_of_the_signatures()
    {
        using var before = new PdfTools(SampleSignatures.Drawn());
        using var after = new PdfTools(_signatures.Signed(3));
        string[] added =
        [
            "Ditandatangani secara elektronik oleh", "Alasan: Menyetujui hasil penilaian prestasi kerja",
            "Tanda tangan elektronik tidak tersertifikasi",
        ];
        const string Pukul = "22 November 2026 pukul 14.05 WITA";

        Assert.All(added, words => Assert.Equal(3, Lines(after.Text, words)));
        Assert.Equal(Lines(before.Text, Pukul) + 3, Lines(after.Text, Pukul));
        Assert.All(SampleSignatures.Persons.Values, person => Assert.Contains(person.Jabatan, after.Text, StringComparison.Ordinal));
        Assert.Equal(PdfEngineTests.Squeezed(before.RawText), PdfEngineTests.Squeezed(WithoutBlocks(after.RawText)));
        Assert.Equal(before.Text.Split('\f').Length, after.Text.Split('\f').Length);
    }

    [Fact]
    public void The_signed_file_is_still_an_archive_file_with_all_its_fonts_inside()
    {
        var signed = _signatures.Signed(3);
        using var pdf = new PdfTools(signed);
        var text = Encoding.Latin1.GetString(signed);

        Assert.Contains("<pdfaid:part>", text, StringComparison.Ordinal);
        Assert.Contains("/GTS_PDFA1", text, StringComparison.Ordinal);
        Assert.Contains("Tagged:          yes", pdf.Info, StringComparison.Ordinal);
        Assert.All(pdf.Fonts, font => Assert.Matches("^[A-Z]{6}\\+Liberation Sans.*yes +yes +yes", font));
        Assert.Equal(3, text.Split("/Subtype/Widget/FT/Sig").Skip(1).Count(
            widget => widget[..widget.IndexOf("endobj", StringComparison.Ordinal)].Contains("/F 132/Rect", StringComparison.Ordinal)));
        Assert.DoesNotContain("NeedAppearances", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/SMask", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_and_a_long_jabatan_stay_inside_their_block()
    {
        var long1 = SampleForms.LongNamed with { Jabatan = SampleForms.LongNamed.Jabatan + new string('W', 400) };
        var signed = _signatures.Sign(SampleSignatures.Drawn(SampleForms.LongNamed), SignaturePlace.PejabatPenilai, long1);
        using var pdf = new PdfTools(signed);

        Assert.Equal("", pdf.Faults());
        Assert.Contains("Tanda tangan elektronik tidak tersertifikasi", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("Prof. Dr. dr. Hj. Raden Roro", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("…", pdf.Text, StringComparison.Ordinal);
        Assert.True(_signatures.Verify(signed).Holds);
    }

    [Fact]
    public void A_place_is_signed_once()
    {
        var refused = Assert.Throws<PdfRefusedException>(() => _signatures.Sign(_signatures.Signed(2), SignaturePlace.Asn));

        Assert.Equal(PdfFault.NoRoom, refused.Fault);
        Assert.Equal("Tempat tanda tangan ini sudah terisi.", refused.Message);
    }

    [Fact]
    public void A_form_without_room_for_signatures_is_refused()
    {
        var drawn = new PdfSharpEngine().Draw(SampleForms.Document(1));

        Assert.Equal(PdfFault.NoRoom, Assert.Throws<PdfRefusedException>(() => _signatures.Sign(drawn, SignaturePlace.Asn)).Fault);
    }

    [Fact]
    public void Encrypted_packed_foreign_and_broken_files_are_refused_by_name()
    {
        var drawn = SampleSignatures.Drawn();

        Assert.Equal(PdfFault.Encrypted, Refused(Through("--encrypt", "a", "b", "256", "--")));
        Assert.Equal(PdfFault.Encrypted, Refused(Through("--object-streams=disable", "--encrypt", "", "", "256", "--")));
        Assert.Equal(PdfFault.Foreign, Refused(Through("--object-streams=generate")));
        Assert.Equal(PdfFault.Foreign, Refused(Encoding.Latin1.GetBytes(
            Encoding.Latin1.GetString(drawn).Replace("/Creator(SopKinerja)", "/Creator(SopKinerjo)", StringComparison.Ordinal))));
        Assert.Equal(PdfFault.Broken, Refused([]));
        Assert.Equal(PdfFault.Broken, Refused(Encoding.ASCII.GetBytes("Bukan PDF sama sekali.")));
        Assert.Equal(PdfFault.Broken, Refused(drawn[..^10]));
        Assert.Equal(PdfFault.Broken, Refused([.. drawn, (byte)' ']));
        Assert.Equal(PdfFault.Broken, Refused([.. "%PDF-1.7\n"u8, .. drawn]));

        PdfFault Refused(byte[] pdf)
        {
            var refused = Assert.Throws<PdfRefusedException>(() => _signatures.Sign(pdf, SignaturePlace.Asn));
            Assert.StartsWith("Dokumen PDF ini ", refused.Message, StringComparison.Ordinal);
            return refused.Fault;
        }

        byte[] Through(params string[] how)
        {
            var folder = Directory.CreateTempSubdirectory("sop-qpdf-").FullName;
            var (from, to) = (Path.Combine(folder, "dari.pdf"), Path.Combine(folder, "ke.pdf"));
            File.WriteAllBytes(from, drawn);
            Assert.Equal(0, PdfTools.Run("qpdf", [.. how, from, to]).Code);
            var made = File.ReadAllBytes(to);
            Directory.Delete(folder, recursive: true);
            return made;
        }
    }

    public void Dispose() => _signatures.Dispose();

    /// <summary>Each signature with the bytes it covers, found without our reader.</summary>
    private static IEnumerable<(byte[] Cms, byte[] Covered)> Extracted(byte[] pdf)
    {
        foreach (Match match in ByteRange().Matches(Encoding.Latin1.GetString(pdf)))
        {
            var numbers = match.Groups["n"].Captures.Select(n => int.Parse(n.Value, CultureInfo.InvariantCulture)).ToArray();
            var hole = Convert.FromHexString(Encoding.Latin1.GetString(pdf, numbers[1] + 1, numbers[2] - numbers[1] - 2));
            yield return (hole, [.. pdf[..numbers[1]], .. pdf[numbers[2]..(numbers[2] + numbers[3])]]);
        }
    }

    private static string WithoutBlocks(string text)
    {
        var lines = new List<string>();
        var inBlock = false;
        foreach (var line in text.Split('\n'))
        {
            inBlock |= line.Trim() == "TTE";
            // The day alone goes on the line of the form that leaves room for it.
            if (!inBlock && line.Trim() != "22 November 2026")
            {
                lines.Add(line);
            }

            inBlock &= !line.Contains(SignatureAppearance.TidakTersertifikasi, StringComparison.Ordinal);
        }

        return string.Join('\n', lines);
    }

    private static int Lines(string text, string words) => text.Split('\n').Count(line => line.Contains(words, StringComparison.Ordinal));

    [GeneratedRegex(@"/ByteRange\s*\[(\s*(?<n>\d+)\s*){4}\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ByteRange();
}
