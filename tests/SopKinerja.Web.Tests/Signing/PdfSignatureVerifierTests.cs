using System.Globalization;
using System.Text;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Pdf;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Web.Tests.Signing;

public sealed class PdfSignatureVerifierTests : IDisposable
{
    private readonly SampleSignatures _signatures = new();

    [Fact]
    public void Every_signature_names_its_signer_number_time_and_what_it_covers()
    {
        var report = _signatures.Verify(_signatures.Signed(3));

        Assert.True(report.Holds);
        Assert.True(report.ClaimsToBeOurs);
        Assert.Equal(SampleSignatures.Persons.Keys.Select(p => p.ToString()), report.Signatures.Select(s => s.Place));
        Assert.Equal(SampleSignatures.Persons.Values.Select(p => p.Nama), report.Signatures.Select(s => s.Signer));
        Assert.Equal(SampleSignatures.Persons.Values.Select(p => p.Nip), report.Signatures.Select(s => s.Nip));
        Assert.All(report.Signatures, s => Assert.Equal(SampleSignatures.Now, s.SignedAt));
        Assert.All(report.Signatures, s => Assert.True(s is { IsIntact: true, IsOurs: true, TimestampedAt: null }));
        Assert.Equal([false, false, true], report.Signatures.Select(s => s.CoversWholeFile));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_flipped_byte_is_found_wherever_it_is_without_any_stored_hash(int count)
    {
        var signed = _signatures.Signed(count);
        var verifier = new PdfSignatureVerifier(_signatures.Trust, SignatureTimes.Unstored(SampleSignatures.Now));
        var random = new Random(20261122);
        foreach (var position in FlippedBytes.Of(signed, 20261122))
        {
            var flip = (byte)(1 << random.Next(8));
            signed[position] ^= flip;
            Assert.False(verifier.Verify(signed).Holds, string.Create(CultureInfo.InvariantCulture, $"byte {position}, bit {flip}"));
            signed[position] ^= flip;
        }

        Assert.True(verifier.Verify(signed).Holds);
    }

    [Fact]
    public void Every_part_of_the_signature_and_of_its_padding_counts()
    {
        var signed = _signatures.Signed(1);
        var verifier = new PdfSignatureVerifier(_signatures.Trust, SignatureTimes.Unstored(SampleSignatures.Now));
        var hole = signed.AsSpan().LastIndexOf("/Contents<"u8) + "/Contents".Length;
        // Every place in nine; no other signature covers them.
        for (var position = hole; position < hole + 3600; position += 9)
        {
            var flip = (byte)(1 << (position % 8));
            signed[position] ^= flip;
            Assert.False(verifier.Verify(signed).Holds, string.Create(CultureInfo.InvariantCulture, $"byte {position - hole} of the "
                + $"signature, bit {flip}"));
            signed[position] ^= flip;
        }
    }

    [Fact]
    public void A_page_changed_behind_the_signatures_is_found_though_every_signature_is_whole()
    {
        var changed = Appended(_signatures.Signed(2), (source, increment) =>
        {
            var page = PageOf(source);
            increment.Put(page, source.Map(new PdfReference(page)).With("/Rotate", new PdfAtom("180")));
        });
        using var pdf = new PdfTools(changed);
        Assert.Equal("", pdf.Faults());
        Assert.Equal(2, pdf.Signatures.Split("Signature is Valid.").Length - 1);

        var report = _signatures.Verify(changed);

        Assert.False(report.Holds);
        Assert.Equal("Dokumen PDF ini diubah sesudah dibuat, bukan hanya ditandatangani.", report.Fault);
        Assert.All(report.Signatures, s => Assert.True(s.IsIntact));
        Assert.All(report.Signatures, s => Assert.Equal(["dokumen berubah sesudah tanda tangan ini"], s.Faults));
    }

    [Theory]
    [InlineData("/AA")]
    [InlineData("/OpenAction")]
    [InlineData("/OCProperties")]
    public void A_catalogue_that_gained_anything_but_the_form_is_found(string key)
    {
        var changed = Appended(_signatures.Signed(1), (source, increment) =>
        {
            var root = (PdfReference)source.Trailer["/Root"]!;
            increment.Put(root.Number, source.Map(root).With(key, new PdfMap([])));
        });

        Assert.NotNull(_signatures.Verify(changed).Fault);
    }

    [Fact]
    public void A_signature_of_one_of_ours_that_also_changed_a_page_is_found()
    {
        // Even someone with a good certificate may add nothing but the signature: here a page is exchanged in the same save.
        var drawn = SampleSignatures.Drawn();
        var turned = Appended(drawn, (source, increment) =>
        {
            var page = PageOf(source);
            increment.Put(page, source.Map(new PdfReference(page)).With("/Rotate", new PdfAtom("180")));
        });

        var report = _signatures.Verify(_signatures.Sign(turned, SignaturePlace.Asn));

        Assert.False(report.Holds);
        Assert.True(Assert.Single(report.Signatures).IsIntact);
    }

    [Fact]
    public void A_block_that_stands_anywhere_but_in_its_room_is_found()
    {
        // Signed by one of ours, and every byte covered; only the block lies where the figures are.
        var moved = _signatures.SignAgain(_signatures.Sign(SampleSignatures.Drawn(), SignaturePlace.Asn), SignaturePlace.Asn, file =>
        {
            var left = file.AsSpan().LastIndexOf("/F 132/Rect["u8) + "/F 132/Rect[".Length;
            file[left] = file[left] == (byte)'1' ? (byte)'2' : (byte)'1';
        });

        var report = _signatures.Verify(moved);

        Assert.True(Assert.Single(report.Signatures).IsIntact);
        Assert.Equal("Dokumen PDF ini diubah sesudah dibuat, bukan hanya ditandatangani.", report.Fault);
    }

    [Fact]
    public void A_signature_of_one_of_ours_whose_save_is_written_anew_holds_while_nothing_is_added() =>
        Assert.True(_signatures.Verify(WrittenAnew(map => map)).Holds);

    [Fact]
    public void A_signature_of_one_of_ours_that_brings_another_form_is_found() => Assert.Equal(
        "Dokumen PDF ini diubah sesudah dibuat, bukan hanya ditandatangani.",
        _signatures.Verify(WrittenAnew(map => map["/SigFlags"] is null ? map : map.With("/XFA", new PdfArray([])))).Fault);

    [Fact]
    public void A_signature_of_one_of_ours_whose_block_does_something_by_itself_is_found() => Assert.Equal(
        "Dokumen PDF ini diubah sesudah dibuat, bukan hanya ditandatangani.",
        _signatures.Verify(WrittenAnew(map => map.Is("/Subtype", "/Widget") ? map.With("/AA", new PdfMap([])) : map)).Fault);

    [Fact]
    public void Somebody_elses_certificate_is_not_ours()
    {
        using var others = new SampleSignatures();

        var found = Assert.Single(_signatures.Verify(others.Signed(1)).Signatures);

        Assert.True(found is { Holds: false, IsOurs: false });
        Assert.Equal(["sertifikatnya bukan terbitan dinas ini"], found.Faults);
    }

    [Fact]
    public void A_revoked_certificate_is_good_for_what_was_signed_before()
    {
        var signed = _signatures.Signed(2);
        var stored = SignatureTimes.Of([(DocumentJudge.Hash(signed), SampleSignatures.Now)], SampleSignatures.Now.AddYears(1));

        _signatures.Revoke(SignaturePlace.Asn, SampleSignatures.Now.AddMinutes(1));
        Assert.True(_signatures.Verify(signed, stored).Signatures[1].Holds);

        _signatures.Revoke(SignaturePlace.Asn, SampleSignatures.Now);
        var report = _signatures.Verify(signed, stored with { Now = SampleSignatures.Now });
        Assert.Equal(["sertifikatnya sudah dicabut pada waktu itu"], report.Signatures[1].Faults);
        Assert.Equal(["dokumen berubah sesudah tanda tangan ini"], report.Signatures[0].Faults);
    }

    /// <summary>Whoever found a key that has ended writes a day before the end into the file.</summary>
    [Fact]
    public void The_time_that_a_file_tells_of_itself_proves_nothing()
    {
        var (ended, now) = (SampleSignatures.Now.AddDays(1), SampleSignatures.Now.AddDays(9));
        var backdated = _signatures.Sign(SampleSignatures.Drawn(), SignaturePlace.Asn);
        _signatures.Revoke(SignaturePlace.Asn, ended);

        Assert.Equal(["sertifikatnya sudah dicabut sekarang, dan tidak terbukti bahwa ditandatangani sebelumnya"],
            Assert.Single(_signatures.Verify(backdated, SignatureTimes.Unstored(now)).Signatures).Faults);
        Assert.Equal(["waktu yang tertulis padanya bukan waktu penyimpanannya", "sertifikatnya sudah dicabut pada waktu itu"],
            Assert.Single(_signatures.Verify(backdated, StoredAt(now)).Signatures).Faults);
        Assert.True(_signatures.Verify(backdated, StoredAt(SampleSignatures.Now.AddHours(1))).Holds);

        SignatureTimes StoredAt(DateTimeOffset at) => SignatureTimes.Of([(DocumentJudge.Hash(backdated), at)], now);
    }

    [Fact]
    public void A_certificate_that_nobody_recorded_or_that_has_expired_is_not_good()
    {
        var years = SampleSignatures.Now.AddYears(3);
        var late = _signatures.Sign(SampleSignatures.Drawn(), SignaturePlace.Asn, at: years);
        var stored = SignatureTimes.Of([(DocumentJudge.Hash(late), years)], years);
        Assert.Equal(["sertifikatnya tidak berlaku pada waktu itu"], Assert.Single(_signatures.Verify(late, stored).Signatures).Faults);

        _signatures.Forget(SignaturePlace.Asn);
        Assert.Equal(["sertifikatnya tidak tercatat di dinas ini"], Assert.Single(_signatures.Verify(late, stored).Signatures).Faults);
    }

    [Theory]
    [InlineData("00010101000000")]
    [InlineData("00010101075959")]
    [InlineData("99991231235959")]
    public void A_time_at_the_edge_of_the_calendar_is_a_finding_and_no_fault(string time)
    {
        var report = _signatures.Verify(_signatures.SignAgain(
            _signatures.Sign(SampleSignatures.Drawn(), SignaturePlace.Asn), SignaturePlace.Asn,
            file => Encoding.ASCII.GetBytes(time).CopyTo(file, file.AsSpan().LastIndexOf("/M(D:"u8) + "/M(D:".Length)));

        Assert.False(report.Holds);
    }

    [Fact]
    public void A_certificate_under_the_number_of_a_recorded_one_is_not_taken_for_it()
    {
        var signed = _signatures.Sign(SampleSignatures.Drawn(), SignaturePlace.Asn);
        Assert.True(_signatures.Verify(signed).Holds);

        _signatures.RecordAnother(SignaturePlace.Asn, SignaturePlace.PejabatPenilai);

        Assert.Equal(["sertifikatnya tidak tercatat di dinas ini"], Assert.Single(_signatures.Verify(signed).Signatures).Faults);
    }

    [Fact]
    public void A_certificate_is_not_good_while_its_authority_is_not()
    {
        // The authority begins a day before; the certificate is valid three days before already.
        _signatures.CertifyAnew(SignaturePlace.Asn, SampleSignatures.Now.AddDays(-3));
        var before = SampleSignatures.Now.AddDays(-2);
        var early = _signatures.Sign(SampleSignatures.Drawn(), SignaturePlace.Asn, at: before);
        var inTime = _signatures.Sign(SampleSignatures.Drawn(), SignaturePlace.Asn);

        Assert.Equal(["sertifikatnya tidak berlaku pada waktu itu"], Assert.Single(
            _signatures.Verify(early, SignatureTimes.Of([(DocumentJudge.Hash(early), before)], SampleSignatures.Now)).Signatures).Faults);
        Assert.True(_signatures.Verify(inTime).Holds);
    }

    [Fact]
    public void A_file_is_judged_beside_what_is_stored()
    {
        var (drawn, one, two) = (SampleSignatures.Drawn(), _signatures.Signed(1), Array.Empty<byte>());
        two = _signatures.Sign(one, SignaturePlace.Asn);
        var altered = (byte[])two.Clone();
        altered[5000] ^= 1;
        using var others = new SampleSignatures();
        byte[] foreign = [.. "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"u8];

        Assert.Equal(DocumentVerdict.Genuine, Judged(one));
        Assert.Equal(DocumentVerdict.GenuineLaterCopy, Judged(two));
        Assert.Equal(DocumentVerdict.Altered, Judged(altered));
        Assert.Equal(DocumentVerdict.Altered, Judged(drawn));
        Assert.Equal(DocumentVerdict.Altered, Judged(two[..^1]));
        Assert.Equal(DocumentVerdict.Altered, Judged(others.Sign(one, SignaturePlace.Asn)));
        Assert.Equal(DocumentVerdict.Unknown, Judged(foreign));
        Assert.Equal(DocumentVerdict.Unknown, Judged([]));

        DocumentVerdict Judged(byte[] pdf)
        {
            var report = _signatures.Verify(pdf);
            return DocumentJudge.Judge(DocumentJudge.Hashes(pdf, report), report,
                sha256 => sha256 == Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(one))).Verdict;
        }
    }

    [Fact]
    public void A_file_without_signatures_holds_and_one_that_cannot_be_read_says_why()
    {
        Assert.True(_signatures.Verify(SampleSignatures.Drawn()) is { Holds: true, Signatures.Count: 0 });
        Assert.Equal("Dokumen PDF ini rusak: awalnya bukan PDF. Ambil lagi aslinya.", _signatures.Verify([1, 2, 3]).Fault);
    }

    public void Dispose() => _signatures.Dispose();

    private static byte[] Appended(byte[] pdf, Action<PdfSource, PdfIncrement> change)
    {
        var source = PdfSource.Read(pdf);
        var increment = new PdfIncrement(pdf, source);
        change(source, increment);
        var extra = increment.Take();
        increment.Put(extra, new PdfAtom("null"));
        return increment.Write(Convert.ToHexString(Encoding.ASCII.GetBytes("enam belas bita.")), extra).File;
    }

    /// <summary>The save of a signature written again with other objects, and signed again by the same person over all of it.</summary>
    private byte[] WrittenAnew(Func<PdfMap, PdfMap> change)
    {
        var signed = _signatures.Sign(SampleSignatures.Drawn(), SignaturePlace.Asn);
        var source = PdfSource.Read(signed);
        var (save, field) = (source.Revisions[^1], Assert.Single(SignatureFields.Of(source)));
        var before = signed[..source.Revisions[^2].End];
        var increment = new PdfIncrement(before, PdfSource.Read(before));
        while (increment.Take() < save.Size - 1)
        {
        }

        foreach (var number in save.Offsets.Keys)
        {
            var one = source.Find(number)!;
            var map = change(one.Map);
            increment.Put(number, number == field.Value ? map.With("/ByteRange", new PdfAtom(Range(0, 0, 0))) : map, one.Stream);
        }

        var (file, start) = increment.Write(Convert.ToHexString(Encoding.ASCII.GetBytes("enam belas bita.")), field.Value);
        return _signatures.SignAgain(file, SignaturePlace.Asn, forged =>
        {
            var hole = forged.AsSpan().LastIndexOf("/Contents<"u8) + "/Contents".Length;
            var after = hole + PreparedSignature.HoleLength(PdfSignatureWriter.Reserved);
            var range = start + forged.AsSpan(start).IndexOf("/ByteRange["u8) + "/ByteRange".Length;
            Encoding.ASCII.GetBytes(Range(hole, after, forged.Length - after), forged.AsSpan(range));
        });

        static string Range(int hole, int after, int rest) =>
            string.Create(CultureInfo.InvariantCulture, $"[0 {hole,-10} {after,-10} {rest,-10}]");
    }

    private static int PageOf(PdfSource source) => SignatureRoom.Of(source, SignaturePlace.Asn).Page;
}
