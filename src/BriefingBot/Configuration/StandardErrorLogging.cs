using Microsoft.Extensions.Logging.Console;

namespace BriefingBot.Configuration;

/// <summary>Logs go to standard error, always: standard output belongs to the answer.</summary>
internal static class StandardErrorLogging
{
    /// <summary>Adds the console logger and the levels of section <c>Logging</c>.</summary>
    /// <param name="logging">The logging to add to.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="minimum">The level of everything that the settings do not name.</param>
    public static void AddStandardError(this ILoggingBuilder logging, IConfiguration settings, LogLevel minimum)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(minimum);
        logging.AddFilter("Microsoft", level => level >= LogLevel.Warning && level >= minimum);
        // What keeps the host from starting is said in one line by the verb; here it would come with its stack.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        logging.AddConfiguration(settings.GetSection("Logging"));
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Default;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            console.UseUtcTimestamp = true;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
