using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Tests.Authenticity;

/// <summary>Where the QR code leads, for someone who is not signed in.</summary>
public sealed class DocumentTests(AuthenticityWorld world) : IClassFixture<AuthenticityWorld>
{
    [Fact]
    public async Task No_code_shows_a_NIP_or_a_figure_or_a_word_of_the_result()
    {
        using var stranger = world.Stranger();
        var nips = await world.AskAsync(db => db.Pegawai.Where(p => p.Nip != null).Select(p => p.Nip!).ToListAsync());
        var seen = 0;
        foreach (var dossier in (await world.DossiersAsync()).Where(d => d.VerificationCode is not null))
        {
            var page = await stranger.GoAsync($"/periksa/{dossier.VerificationCode}");

            seen++;
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(dossier.Parties.Asn.Nama, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(
                nips, nip => string.Concat(page.Html.Where(char.IsAsciiLetterOrDigit)).Contains(nip, StringComparison.Ordinal));
            Assert.DoesNotMatch(@"\d,\d", page.Text);
            if (dossier.Outcome is { } outcome)
            {
                Assert.DoesNotMatch($@"\b{outcome.Sebutan}\b", page.Text);
                Assert.DoesNotContain(Angka.Isian(outcome.Nilai ?? 12345678.9m), page.Html, StringComparison.Ordinal);
            }
        }

        Assert.True(seen > 8, $"{seen}");
    }

    [Fact]
    public async Task The_address_in_the_QR_code_and_the_printed_form_lead_to_one_page_that_nobody_keeps()
    {
        var dossier = (await world.DossiersAsync()).First(d => d.ClosedAt is not null);
        using var stranger = world.Stranger();

        var page = await stranger.GoAsync($"/periksa/{dossier.VerificationCode}");
        var typed = await (await stranger.GoAsync("/periksa")).Fill("Kode verifikasi", VerificationCode.Tampil(dossier.VerificationCode!)
            .ToLowerInvariant().Replace("0", "o", StringComparison.Ordinal)).PressAsync("Periksa kode");

        Assert.Equal("Dokumen dengan kode ini asli dan berlaku", page.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(page.Text, typed.Text);
        Assert.Equal($"/periksa/{VerificationCode.Tampil(dossier.VerificationCode!)}", typed.Url.AbsolutePath);
        Assert.Contains("tanda tangan elektronik tidak tersertifikasi", page.Text, StringComparison.Ordinal);
        Assert.True(page.Response.Headers.CacheControl is { NoStore: true, NoCache: true });
        Assert.Equal("nosniff", page.Response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("noindex", page.Html, StringComparison.Ordinal);
        foreach (var document in await world.DocumentsAsync(dossier.Id))
        {
            Assert.Contains(document.Sha256, string.Concat(page.Text.Where(char.IsAsciiLetterOrDigit)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{0}-{1}-{2}.")]
    [InlineData("{0}–{1}–{2}")]
    [InlineData("{0}-\u00ad{1}-{2}\u200b")]
    [InlineData("(Kode verifikasi {0}-{1}-{2}. Dokumen ini sah.)")]
    [InlineData("http://127.0.0.1:5080/periksa/{0}-{1}-{2}")]
    [InlineData("https://skp.kinerja.balangankab.go.id/periksa/{0}-{1}-{2}.")]
    public async Task What_stands_around_a_copied_code_is_not_part_of_it(string around)
    {
        var dossier = (await world.DossiersAsync()).First(d => d.ClosedAt is not null);
        var parts = VerificationCode.Tampil(dossier.VerificationCode!).Split('-');
        var typed = string.Format(System.Globalization.CultureInfo.InvariantCulture, around, parts[0], parts[1], parts[2]);
        using var stranger = world.Stranger();
        var form = await stranger.GoAsync("/periksa");

        var page = await form.Fill("Kode verifikasi", typed).PressAsync("Periksa kode");

        Assert.Equal("Dokumen dengan kode ini asli dan berlaku", page.Page.QuerySelector("h1")!.TextContent);
        // A browser cuts what is pasted at the field's maxlength.
        Assert.True(int.Parse(form.Page.QuerySelector("[name='input.Kode']")!.GetAttribute("maxlength")!,
            System.Globalization.CultureInfo.InvariantCulture) >= typed.Length);
    }

    [Theory]
    [InlineData("ABCD-EFGH-JKMN")]
    [InlineData("abc")]
    [InlineData("ABCD-EFGH-JKM!")]
    [InlineData("{kode}")]
    [InlineData("%3Cscript%3E")]
    public async Task A_code_that_is_not_known_or_no_code_at_all_gets_one_calm_answer(string kode)
    {
        using var stranger = world.Stranger();

        var page = await stranger.GoAsync($"/periksa/{kode}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Kode ini tidak dikenal", page.Text, StringComparison.Ordinal);
        Assert.Contains("Subbagian Umum", page.Text, StringComparison.Ordinal);
        Assert.True(page.HasButton("Periksa kode"));
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_a_code_is_named_before_it_is_looked_up()
    {
        using var stranger = world.Stranger();

        var page = await (await stranger.GoAsync("/periksa")).Fill("Kode verifikasi", "ABCD-EFGH").PressAsync("Periksa kode");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("12 huruf dan angka", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("ABCD-EFGH", page.Value("Kode verifikasi"));
        Assert.Equal(["Tulis kode verifikasi yang tercetak di samping kode QR."], (
            await (await stranger.GoAsync("/periksa")).PressAsync("Periksa kode")).Errors);
    }

    [Fact]
    public async Task A_version_that_was_replaced_says_since_when_but_not_by_which_code_and_the_new_one_names_the_old()
    {
        var documents = await world.DocumentsAsync(world.Twice);
        var (old, present) = (documents[0], documents[^1]);
        using var stranger = world.Stranger();

        var before = await stranger.GoAsync($"/periksa/{old.VerificationCode}");
        var after = await stranger.GoAsync($"/periksa/{present.VerificationCode}");
        var waiting = await stranger.GoAsync($"/periksa/{(await world.DocumentsAsync(world.Reopened))[0].VerificationCode}");

        Assert.Contains("sudah tidak berlaku", before.Text, StringComparison.Ordinal);
        Assert.Contains($"Versi 1 tidak berlaku lagi sejak {Tanggal.TampilPukul(documents.First(d => d.Version == 2).DrawnAt)}",
            before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(VerificationCode.Tampil(present.VerificationCode!), before.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("keberatan", before.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("asli dan berlaku", after.Text, StringComparison.Ordinal);
        Assert.Contains($"versi 1, kode {VerificationCode.Tampil(old.VerificationCode!)}", after.Text, StringComparison.Ordinal);
        Assert.Contains("Gantinya sedang disiapkan", waiting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_still_to_sign_is_named()
    {
        var dossier = (await world.DossiersAsync()).First(d => d is { Step: Step.Sign, Substep: Substep.None, VerificationCode: not null });
        using var stranger = world.Stranger();

        var page = await stranger.GoAsync($"/periksa/{dossier.VerificationCode}");

        Assert.Contains("belum lengkap", page.Text, StringComparison.Ordinal);
        Assert.Contains($"belum menandatangani: {dossier.Parties.Asn.Nama} (ASN yang dinilai)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signatures_in_the_file_are_judged_from_the_stored_bytes_and_one_that_does_not_hold_is_named()
    {
        var document = (await world.DocumentsAsync(world.Signed))[^1];
        using var stranger = world.Stranger();
        var page = await stranger.GoAsync($"/periksa/{document.VerificationCode}");
        Assert.Contains("asli dan berlaku", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Text.Split("Sertifikat terbitan dinas, di dalam dokumen PDF").Length - 1);

        await using var connection = new NpgsqlConnection(world.ConnectionString);
        await connection.OpenAsync();
        foreach (var sql in new[]
        {
            "alter table document_contents disable trigger user",
            $"update document_contents set bytes = set_byte(bytes, 3000, get_byte(bytes, 3000) # 1) where document_id = {document.Id}",
        })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        try
        {
            page = await stranger.GoAsync($"/periksa/{document.VerificationCode}");
            Assert.Contains("Jangan dipercaya dahulu", page.Text, StringComparison.Ordinal);
            Assert.Contains("Isinya berubah", page.Text, StringComparison.Ordinal);
            Assert.Contains("Tidak berlaku", page.Text, StringComparison.Ordinal);
        }
        finally
        {
            await using var back = new NpgsqlCommand($"""
                update document_contents set bytes = set_byte(bytes, 3000, get_byte(bytes, 3000) # 1) where document_id = {document.Id};
                alter table document_contents enable trigger user
                """, connection);
            await back.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task A_version_set_by_a_decision_is_judged_by_its_last_file()
    {
        using var stranger = world.Stranger();
        var page = await stranger.GoAsync($"/periksa/{await world.DecidedAsync()}");
        Assert.Contains("asli dan berlaku", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Text.Split("Sertifikat terbitan dinas, di dalam dokumen PDF").Length - 1);
    }

    [Fact]
    public async Task Whoever_signed_in_the_place_of_another_is_named_with_his_capacity()
    {
        var code = await world.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Sign, "kasubbag2", world.LastPeriod);
            return dossier.VerificationCode!;
        });
        await world.AsOwnerAsync($$"""
            alter table history disable trigger user;
            update history set actor_id = {{world.People["kauptd"].PegawaiId}}, actor_nama = '{{world.People["kauptd"].Nama}}',
                stand_in = '{"PenugasanId": 1, "Sebagai": "Plh. Kepala Bidang Perindustrian"}'
                where move = 'Completed' and "from" = 4 and dossier_id = (select dossier_id from documents where verification_code = '{{code}}' limit 1);
            alter table history enable trigger user;
            """);
        using var stranger = world.Stranger();
        var page = await stranger.GoAsync($"/periksa/{code}");
        Assert.Contains(
            $"{world.People["kauptd"].Nama} Pejabat penilai, Plh. Kepala Bidang Perindustrian", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_signature_of_somebody_else_than_the_party_is_named()
    {
        var document = (await world.DocumentsAsync(world.Signed))[^1];
        var nip = (await world.AskAsync(db => db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == world.Signed))).Parties.Asn.Nip!;
        using var stranger = world.Stranger();
        await NameAsync("199912312020121001");
        try
        {
            var page = await stranger.GoAsync($"/periksa/{document.VerificationCode}");

            Assert.Contains("Jangan dipercaya dahulu", page.Text, StringComparison.Ordinal);
            Assert.Single(Regex.Matches(page.Text, "penanda tangannya bukan yang tercatat"));
        }
        finally
        {
            await NameAsync(nip);
        }

        var after = await stranger.GoAsync($"/periksa/{document.VerificationCode}");
        Assert.Contains("asli dan berlaku", after.Text, StringComparison.Ordinal);

        async Task NameAsync(string number)
        {
            await using var connection = new NpgsqlConnection(world.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($$"""
                alter table dossiers disable trigger user;
                update dossiers set parties = jsonb_set(parties, '{Asn,Nip}', '"{{number}}"') where id = {{world.Signed}};
                alter table dossiers enable trigger user
                """, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task The_way_in_and_the_foot_of_every_page_and_the_result_lead_here()
    {
        using var stranger = world.Stranger();
        Assert.Equal("/periksa", (await (await stranger.GoAsync("/masuk")).FollowAsync("Periksa tanpa masuk")).Url.AbsolutePath);
        Assert.Equal("/periksa", (await (await stranger.GoAsync("/masuk")).FollowAsync("Periksa keaslian dokumen")).Url.AbsolutePath);

        using var asn = await world.SignInAsync("juru");
        var result = await asn.GoAsync($"/berkas/{world.Keys["juru"]}/hasil");
        Assert.StartsWith("/periksa/", (await result.FollowAsync("Yang dilihat umum bila kode dokumen ini diperiksa")).Url.AbsolutePath,
            StringComparison.Ordinal);
    }
}
