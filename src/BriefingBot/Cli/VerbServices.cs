using BriefingBot.Configuration;
using BriefingBot.Telemetry;
using Microsoft.Extensions.Options;

namespace BriefingBot.Cli;

/// <summary>Makes the services of a verb that ends by itself; <c>serve</c> has a host of its own.</summary>
/// <param name="compose">Registers the implementations.</param>
internal sealed class VerbServices(Action<IServiceCollection, IConfiguration> compose)
{
    /// <summary>Registers the implementations.</summary>
    public Action<IServiceCollection, IConfiguration> Compose { get; } = compose;

    /// <summary>Reads and checks the settings and registers everything; nothing is opened or loaded yet. The caller disposes.</summary>
    /// <exception cref="UsageException">A settings file or section is wrong.</exception>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    public ServiceProvider Build(SettingOverrides arguments)
    {
        var settings = SettingsReader.Read(arguments.ConfigFile);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddStandardError(settings, LogLevel.Warning));
        services.AddTelemetry(settings, isHost: false);
        services.AddSettings(settings, arguments);
        Compose(services, settings);
        var provider = services.BuildServiceProvider();
        try
        {
            provider.GetService<IStartupValidator>()?.Validate();
            provider.GetService<TelemetryExport>();
            return provider;
        }
        catch
        {
            provider.Dispose();
            throw;
        }
    }
}
