using SopKinerja.Web.Setup;

return await SopCommands.RunAsync(args);

/// <summary>Seen by the tests' web application factory.</summary>
public partial class Program;
