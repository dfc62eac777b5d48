using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Schema;

/// <summary>A name is found however it is written, and by an index.</summary>
public sealed class SearchTests(SopSite site) : IClassFixture<SopSite>
{
    [Theory]
    [InlineData("Nor’aini, S.E.", "norainise")]
    [InlineData("NOR'AINI", "noraini")]
    [InlineData("Norʼaini", "noraini")]
    [InlineData("Nor`aini", "noraini")]
    [InlineData("Nor´aini", "noraini")]
    [InlineData("Nor‘aini", "noraini")]
    [InlineData("Nor′aini", "noraini")]
    [InlineData("Nor aini", "noraini")]
    [InlineData("Nor\u00a0aini", "noraini")]
    [InlineData("Nor\u200baini\u00ad", "noraini")]
    [InlineData("N\u00f3ra\u00efni", "noraini")]
    [InlineData("No\u0301raini", "noraini")]
    [InlineData("Al-Banjari", "albanjari")]
    [InlineData("Ｎｏｒ", "nor")]
    [InlineData("ﬁtri", "fitri")]
    [InlineData(@"100\% a_b", @"100\%a_b")]
    public async Task A_search_form_is_without_what_people_write_differently(string name, string form)
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select search_form($1)", connection) { Parameters = { new() { Value = name } } };

        Assert.Equal(form, await command.ExecuteScalarAsync());
    }

    public static TheoryData<string, string> Searches => new()
    {
        { "nor'aini", "Hj. Nor’aini Rahmah, S.E." },
        { "nor’aini", "Hj. Nor’aini Rahmah, S.E." },
        { "NORʼAINI", "Hj. Nor’aini Rahmah, S.E." },
        { "noraini", "Hj. Nor’aini Rahmah, S.E." },
        { "nor aini", "Hj. Nor’aini Rahmah, S.E." },
        { "rahmah, nor`aini", "Hj. Nor’aini Rahmah, S.E." },
        { "Hj Noraini Rahmah SE", "Hj. Nor’aini Rahmah, S.E." },
        { "nor\u00adaini\u200b", "Hj. Nor’aini Rahmah, S.E." },
        { "norai", "Hj. Nor’aini Rahmah, S.E." },
        { "jose", "Jos\u00e9 da Costa" },
        { "JOS\u00c9", "Jos\u00e9 da Costa" },
        { "jose\u0301 da-costa", "Jos\u00e9 da Costa" },
        { "m.yusuf", "M. Yusuf Al-Banjari" },
        { "m yusuf al banjari", "M. Yusuf Al-Banjari" },
        { "albanjari", "M. Yusuf Al-Banjari" },
        { "\"yusuf\"", "M. Yusuf Al-Banjari" },
        { "“yusuf”", "M. Yusuf Al-Banjari" },
        { "(yusuf)", "M. Yusuf Al-Banjari" },
        { "yusuf; al: banjari!", "M. Yusuf Al-Banjari" },
        { "m y u s u f tidak", "" },
    };

    [Fact]
    public async Task Each_way_to_write_a_name_finds_exactly_that_person()
    {
        string[] names = ["Hj. Nor’aini Rahmah, S.E.", "Jos\u00e9 da Costa", "M. Yusuf Al-Banjari"];
        await site.AskAsync(async db =>
        {
            db.Pegawai.AddRange(names.Select(n => new Pegawai(null, new(n, null, "Anggota", JenisJabatan.Pelaksana, null, null))));
            db.SearchNames.AddRange(await db.Database.SqlQuery<string>($"select search_form(n) as \"Value\" from unnest({names}) n")
                .Select(n => new SearchName(n)).ToListAsync());
            return await db.SaveChangesAsync();
        });
        foreach (var row in Searches)
        {
            var (typed, name) = ((string)row[0], (string)row[1]);

            if (name.Length == 0)
            {
                // A sixth word counts too.
                Assert.Empty(await site.AskAsync(db => db.Pegawai.Named(typed).Select(p => p.Nama).ToListAsync()));
                continue;
            }

            Assert.Equal([name], await site.AskAsync(db => db.Pegawai.Named(typed).Select(p => p.Nama).ToListAsync()));
            Assert.Single(await site.AskAsync(db => db.SearchNames.Containing(typed, n => n.Name).ToListAsync()));
        }
    }

    [Fact]
    public async Task A_dossier_is_found_by_the_name_it_carries_whatever_the_person_is_called_since()
    {
        var id = await site.DossierAtAsync(Step.Collect, "juru");
        await site.AskAsync(db => db.Pegawai.Where(p => p.Nama == "Supian Noor")
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Nama, "H. Supian Nor’rahman")));

        foreach (var typed in new[] { "supian noor", "noor, supian", "su'pian no'or" })
        {
            Assert.Equal([id], await site.AskAsync(db => db.Dossiers.Named(db.SearchNames, db.SearchNips, typed).Select(d => d.Id).ToListAsync()));
        }

        Assert.Empty(await site.AskAsync(db => db.Dossiers.Named(db.SearchNames, db.SearchNips, "rahman").Select(d => d.Id).ToListAsync()));
        Assert.Equal(["H. Supian Nor’rahman"], await site.AskAsync(db => db.Pegawai.Named("norrahman").Select(p => p.Nama).ToListAsync()));
        Assert.Equal(
            [id], await site.AskAsync(db => db.Dossiers.Named(db.SearchNames, db.SearchNips, "NIP. " + db.Pegawai.Single(p => p.Nama == "H. Supian Nor’rahman").Nip)
                .Select(d => d.Id).ToListAsync()));
    }

    [Theory]
    [InlineData("{8}{6} {1} {3}")]
    [InlineData("{6} {1} {3}")]
    [InlineData("{3}")]
    [InlineData("{1} {3}")]
    [InlineData("{8} {6} {1} {3},")]
    [InlineData("NIP. {8}{6}{1}{3}")]
    [InlineData("NIP Baru: {8}/{6}/{1}/{3}")]
    [InlineData("eko prasetyo {3}")]
    [InlineData("{8}{6}{1}{3} \"prasetyo\"")]
    public async Task A_person_and_a_dossier_are_found_by_the_figures_that_a_list_shows_with_or_without_the_name(string form)
    {
        var nip = Nip.Stored(await site.AskAsync(db => db.Pegawai.Where(p => p.Nama == "Eko Prasetyo, S.Si.").Select(p => p.Nip!).SingleAsync()));
        var typed = form.Replace("{8}", nip.Value[..8], StringComparison.Ordinal).Replace("{6}", nip.Value[8..14], StringComparison.Ordinal)
            .Replace("{1}", nip.Value[14..15], StringComparison.Ordinal).Replace("{3}", nip.Urut, StringComparison.Ordinal);
        if (!await site.AskAsync(db => db.Dossiers.AnyAsync(d => d.AsnId == site.People["penera"].PegawaiId)))
        {
            await site.DossierAtAsync(Step.Collect, "penera");
        }

        Assert.Contains("Eko Prasetyo, S.Si.", await site.AskAsync(db => db.Pegawai.NamedOrNumbered(typed).Select(p => p.Nama).ToListAsync()));
        Assert.Contains(site.People["penera"].PegawaiId!.Value, await site.AskAsync(
            db => db.Dossiers.Named(db.SearchNames, db.SearchNips, typed).Select(d => d.AsnId).ToListAsync()));
        Assert.Empty(await site.AskAsync(db => db.Dossiers.Named(db.SearchNames, db.SearchNips, typed + " masniah").ToListAsync()));
        using var analis = await site.SignInAsync("analis");
        var page = await (await analis.GoAsync("/berkas")).Fill("Nama atau NIP", typed).PressAsync("Cari berkas");
        Assert.Contains("Eko Prasetyo, S.Si.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(nip.Urut, page.Url.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("select asn_id from dossiers where asn_nip in (select nip from search_nips where nip like '%2012122%')", "ix_search_nips")]
    [InlineData("select id from pegawai where nip like '%2012122%'", "ix_pegawai_nip")]
    [InlineData("select id from pegawai where nama_cari like '%noraini%'", "ix_pegawai_nama_cari")]
    [InlineData("select name from search_names where name like '%noraini%'", "ix_search_names")]
    [InlineData("select id from dossiers where asn_cari in (select name from search_names where name like '%noraini%')", "ix_dossiers_cari")]
    public async Task A_search_has_its_index(string query, string index)
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; explain {query}",
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(0));
        }

        Assert.Contains(plan, line => line.Contains(index, StringComparison.Ordinal));
    }
}
