using BriefingBot.Cli.Output;
using BriefingBot.Configuration;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Questions;
using BriefingBot.Evaluation;
using Microsoft.Extensions.Options;

namespace BriefingBot.Cli;

/// <summary>Runs a verb and turns what it throws into one clear line on standard error and an exit code.</summary>
internal static class CommandRunner
{
    /// <param name="verb">What it does; gives the exit code.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <param name="interrupted">How it stands when it was interrupted.</param>
    public static async Task<int> RunAsync(
        Func<CancellationToken, Task<int>> verb,
        CancellationToken cancellationToken,
        string interrupted = "what was stored until now stays"
    )
    {
        try
        {
            return await verb(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Terminal.WriteError($"interrupted; {interrupted}.");
            return ExitCodes.Failed;
        }
        catch (OptionsValidationException exception)
        {
            foreach (string failure in exception.Failures)
            {
                Terminal.WriteError(failure);
            }

            return ExitCodes.Usage;
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(static inner => inner is OptionsValidationException))
        {
            // Several sections are wrong; one may have been looked at more than once.
            foreach (
                string failure in exception
                    .InnerExceptions.SelectMany(static inner => ((OptionsValidationException)inner).Failures)
                    .Distinct(StringComparer.Ordinal)
            )
            {
                Terminal.WriteError(failure);
            }

            return ExitCodes.Usage;
        }
        catch (Exception exception)
            when (exception is UsageException or InvalidQuestionException or CoverageNotFoundException or QuestionSetException)
        {
            Terminal.WriteError(exception.Message);
            return ExitCodes.Usage;
        }
        catch (Exception exception) when (IsSettingOfWrongKind(exception))
        {
            Terminal.WriteError($"the configuration is wrong: {exception.Message} Correct the setting.");
            return ExitCodes.Usage;
        }
        catch (Exception exception) when (exception is OperatorException or IOException or UnauthorizedAccessException)
        {
            Terminal.WriteError(exception.Message);
            return ExitCodes.Failed;
        }
        catch (Exception exception)
        {
            // Nobody knows what this is: its kind helps whoever reports it.
            Terminal.WriteError($"{exception.GetType().Name}: {exception.Message}");
            return ExitCodes.Failed;
        }
    }

    /// <summary>The settings binder speaks by this exception and names the key.</summary>
    private static bool IsSettingOfWrongKind(Exception exception) =>
        exception is InvalidOperationException
        && exception.Source?.StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal) == true;
}
