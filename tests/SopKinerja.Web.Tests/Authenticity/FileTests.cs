using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Pages.Authenticity;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Tests.Signing;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Authenticity;

/// <summary>A file that someone holds up, byte for byte.</summary>
public sealed class FileTests(AuthenticityWorld world) : IClassFixture<AuthenticityWorld>
{
    private const int Seed = 20261122;

    [Fact]
    public async Task What_is_stored_is_genuine_and_says_whether_it_is_the_last()
    {
        var signed = await world.DocumentsAsync(world.Signed);
        var twice = await world.DocumentsAsync(world.Twice);

        var last = await HandedInAsync(signed[1].Content!.Bytes);
        Assert.Contains("Dokumen ini asli Sama byte demi byte dengan dokumen akhir yang disimpan.", last.Text, StringComparison.Ordinal);
        Assert.Equal($"/periksa/{VerificationCode.Tampil(signed[1].VerificationCode!)}",
            last.Page.QuerySelector(".putusan a")!.GetAttribute("href"));
        Assert.Contains("asli, tetapi bukan yang terakhir", (await HandedInAsync(signed[0].Content!.Bytes)).Text, StringComparison.Ordinal);
        Assert.Contains("asli, tetapi sudah tidak berlaku", (await HandedInAsync(twice[0].Content!.Bytes)).Text, StringComparison.Ordinal);
        Assert.Contains("Dokumen ini asli Sama", (await HandedInAsync(twice[^1].Content!.Bytes)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_document_with_one_more_signature_of_the_dinas_is_a_later_copy()
    {
        var page = await HandedInAsync(await world.SignedOnceMoreAsync());

        Assert.Contains("Dokumen ini asli, dengan tanda tangan tambahan", page.Text, StringComparison.Ordinal);
        Assert.Contains("Isinya dokumen akhir yang disimpan.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_numbered_copy_is_known_and_one_with_a_changed_byte_is_not()
    {
        var id = world.Keys["penera"];
        using var sekretaris = await world.SignInAsync("sekretaris");
        var copy = (await sekretaris.GoAsync($"/berkas/{id}/salinan/2")).Bytes;

        var page = await HandedInAsync(copy);

        Assert.Contains("Salinan ke-2 yang asli", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Subbagian Umum dan Kepegawaian", page.Text, StringComparison.Ordinal);
        var random = new Random(Seed);
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(DocumentVerdict.Altered, (await world.JudgeAsync(Flipped(copy, random.Next(copy.Length), random))).Verdict);
        }
    }

    [Fact]
    public async Task A_flipped_byte_of_a_signed_file_is_found_wherever_it_is_by_the_judge_and_by_the_page()
    {
        var signed = (await world.DocumentsAsync(world.Signed))[^1].Content!.Bytes;
        Assert.Equal(DocumentVerdict.Genuine, (await world.JudgeAsync(signed)).Verdict);
        var random = new Random(Seed);
        foreach (var position in FlippedBytes.Of(signed, Seed))
        {
            var verdict = (await world.JudgeAsync(Flipped(signed, position, random))).Verdict;
            // The first five bytes say that it is a PDF at all.
            Assert.True(verdict == DocumentVerdict.Altered
                || (position < 5 && verdict == DocumentVerdict.Unknown), $"byte {position}: {verdict}");
        }

        using var stranger = world.Stranger();
        var form = await stranger.GoAsync("/periksa");
        foreach (var position in FlippedBytes.Named(signed))
        {
            using var content = new MultipartFormDataContent
            {
                { new StringContent(form.Token), "__RequestVerificationToken" },
                { new StringContent($"{position}"), Web.Ui.FormMark.FieldName },
                { new ByteArrayContent(Flipped(signed, position, random)), "unggahan.Berkas", "dokumen.pdf" },
            };
            using var answer = await stranger.Client.PostAsync(new Uri("/periksa?handler=File", UriKind.Relative), content);
            var html = await answer.Content.ReadAsStringAsync();
            // The first five bytes say that it is a PDF at all.
            Assert.True(html.Contains("Jangan dipercaya", StringComparison.Ordinal)
                || html.Contains("bukan dokumen PDF", StringComparison.Ordinal));
            Assert.DoesNotContain("Dokumen ini asli", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_flipped_byte_of_a_signed_file_is_found_wherever_it_is_by_verify()
    {
        var document = (await world.DocumentsAsync(world.Signed))[^1];
        var places = FlippedBytes.Of(document.Content!.Bytes, Seed);
        await using var connection = new NpgsqlConnection(world.ConnectionString);
        await connection.OpenAsync();
        // Seen by no one else, and taken back in the end.
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand($"""
            alter table documents disable trigger user;
            alter table document_contents disable trigger user;
            select setseed(0.26);
            with flipped as (
                insert into documents (dossier_id, kind, version, sha256, size, drawn_at)
                select dossier_id, kind, 1 + n, sha256, size, drawn_at from documents, generate_series(1, {places.Count}) n where id = {document.Id} returning id, version),
            placed as (select id, (array[{string.Join(',', places)}])[version - 1] as at, 1 + floor(random() * 255)::int as mask from flipped)
            insert into document_contents (document_id, bytes)
            select p.id, set_byte(c.bytes, p.at, get_byte(c.bytes, p.at) # p.mask) from placed p, document_contents c where c.document_id = {document.Id}
            """, connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(connection).Options);
        await db.Database.UseTransactionAsync(transaction);

        var report = await new Verification(db, _ => { }).RunAsync(CancellationToken.None);

        Assert.Equal(
            places.Count, report.Faults.Count(f => f.Contains("isinya tidak sama dengan yang disimpan", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whatever_the_bytes_are_there_is_a_verdict_and_never_a_good_one()
    {
        var signed = (await world.DocumentsAsync(world.Signed))[^1].Content!.Bytes;
        var random = new Random(Seed);
        for (var i = 0; i < 200; i++)
        {
            var garbage = RandomNumberGenerator.GetBytes(random.Next(1, 4000));
            "%PDF-1.7\n"u8[..Math.Min(9, garbage.Length)].CopyTo(garbage);
            var torn = signed[..random.Next(1, signed.Length)];
            byte[] mixed = [.. signed.AsSpan(0, random.Next(signed.Length)), .. garbage, .. signed.AsSpan(random.Next(signed.Length))];
            Assert.Equal(DocumentVerdict.Unknown, (await world.JudgeAsync(garbage)).Verdict);
            Assert.DoesNotContain((await world.JudgeAsync(torn)).Verdict, Good);
            Assert.DoesNotContain((await world.JudgeAsync(mixed)).Verdict, Good);
        }
    }

    [Fact]
    public async Task A_stored_document_is_known_by_its_hash_while_no_place_is_free_to_read_it()
    {
        var stored = (await world.DocumentsAsync(world.Signed))[^1].Content!.Bytes;
        var door = world.Services.GetRequiredService<FileDoor>();
        var held = new List<RateLimitLease>();
        for (var i = 0; i < Math.Max(1, Environment.ProcessorCount / 2); i++)
        {
            held.Add(await door.PlaceAsync(CancellationToken.None));
        }

        try
        {
            Assert.Equal(DocumentVerdict.Genuine, (await world.JudgeAsync(stored).WaitAsync(TimeSpan.FromSeconds(30))).Verdict);
            var other = world.JudgeAsync([.. stored, 0]);
            Assert.False(other.IsCompleted);

            held.ForEach(place => place.Dispose());
            Assert.Equal(DocumentVerdict.Altered, (await other.WaitAsync(TimeSpan.FromSeconds(30))).Verdict);
        }
        finally
        {
            held.ForEach(place => place.Dispose());
        }
    }

    [Fact]
    public async Task A_file_made_to_keep_the_server_busy_is_refused_quickly()
    {
        var keys = string.Concat(Enumerable.Range(0, 150_000).Select(i => $"/K{i} 0"));
        var fields = string.Concat(Enumerable.Repeat("4 0 R ", 1_000));

        Assert.Contains("isinya terlalu banyak", (await world.JudgeAsync(PdfBombs.Of($"<<{keys}>>", "<<>>", "<<>>", "<<>>"))).Report.Fault!,
            StringComparison.Ordinal);
        Assert.Contains("isian formulirnya terlalu banyak", (await world.JudgeAsync(PdfBombs.Of(
            "<</AcroForm 2 0 R>>", $"<</Fields[{fields}]>>", "<<>>", "<</FT/Sig/V 3 0 R>>"))).Report.Fault!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_judged_is_answered_in_a_sentence()
    {
        var encrypted = Encoding.ASCII.GetString(PdfBombs.Of("<<>>", "<<>>"))
            .Replace("/Root 1 0 R", "/Root 1 0 R/Encrypt 2 0 R", StringComparison.Ordinal);

        Assert.Contains(
            "Dokumen ini tidak dikenal", (await HandedInAsync(Encoding.ASCII.GetBytes(encrypted))).Text, StringComparison.Ordinal);
        Assert.Contains(
            "terkunci dengan kata sandi", (await HandedInAsync(Encoding.ASCII.GetBytes(encrypted))).Text, StringComparison.Ordinal);
        Assert.Contains(
            "Dokumen PDF ini rusak", (await HandedInAsync("%PDF-1.4 dan tidak ada lagi"u8.ToArray())).Text, StringComparison.Ordinal);
        Assert.Contains("kosong", Assert.Single((await HandedInAsync([])).Errors), StringComparison.Ordinal);
        Assert.Contains("bukan dokumen PDF", Assert.Single((await HandedInAsync([0xFF, 0xD8, 0xFF, 0xE0])).Errors), StringComparison.Ordinal);
        Assert.Contains(
            "terlalu besar", Assert.Single((await HandedInAsync(new byte[FileCheck.MostBytes + 1])).Errors), StringComparison.Ordinal);
        var larger = await HandedInAsync(new byte[12 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, larger.Status);
        Assert.Contains("paling besar 2,0 MB", larger.Text, StringComparison.Ordinal);
        using var stranger = world.Stranger();
        Assert.Equal(["Pilih dahulu dokumen PDF yang hendak diperiksa."], (
            await (await stranger.GoAsync("/periksa")).PressAsync("Periksa dokumen")).Errors);
    }

    [Fact]
    public async Task Handing_in_a_file_changes_nothing_in_the_database()
    {
        var before = await CountAsync();
        await HandedInAsync((await world.DocumentsAsync(world.Signed))[0].Content!.Bytes);
        Assert.Equal(before, await CountAsync());

        Task<int> CountAsync() => world.AskAsync(async db => await db.Documents.CountAsync()
            + await db.EvidenceContents.CountAsync() + await db.Changes.CountAsync());
    }

    private static readonly DocumentVerdict[] Good = [DocumentVerdict.Genuine, DocumentVerdict.GenuineLaterCopy,
        DocumentVerdict.GenuineNumberedCopy];

    private async Task<Visit> HandedInAsync(byte[] bytes)
    {
        using var stranger = world.Stranger();
        return await (await stranger.GoAsync("/periksa")).Attach("Dokumen PDF", "dokumen.pdf", bytes).PressAsync("Periksa dokumen");
    }

    private static byte[] Flipped(byte[] pdf, int position, Random random)
    {
        var flipped = (byte[])pdf.Clone();
        flipped[position] ^= (byte)random.Next(1, 256);
        return flipped;
    }
}
