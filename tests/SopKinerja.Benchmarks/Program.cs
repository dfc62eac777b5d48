using SopKinerja.Benchmarks;

// dotnet run -c Release --project tests/SopKinerja.Benchmarks [-- --data FOLDER --rounds N --seconds S --connections N --only TEXT --npgsql
// SETTING --signing N --names yes --transitions N --verify yes] With a data folder the hundred thousand dossiers are made once and kept; without one they are thrown away at the
// end.
var settings = Settings.Read(args);
if (settings.Signing is { } count)
{
    SignedForms.Run(count, settings.Rounds);
    return;
}

await using var site = await BenchmarkSite.StartAsync(settings);
if (settings.Names)
{
    await RareName.RunAsync(site);
    return;
}

if (settings.Verify)
{
    await VerifyRate.RunAsync(site);
    return;
}

if (settings.Transitions is { } steps)
{
    await Transitions.RunAsync(site, steps);
    return;
}

await Comparison.RunAsync(site, settings);
if (settings.Only is null)
{
    await ColdStart.RunAsync(site);
}
