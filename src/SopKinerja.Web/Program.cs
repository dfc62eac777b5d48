using SopKinerja.Web.Setup;

return await SopCommands.RunAsync(args);

public partial class Program;
