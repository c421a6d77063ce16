using System.Globalization;
using BriefingBot.Inference.Onnx;
using Microsoft.Extensions.Options;

namespace BriefingBot.Inference.Rerankers;

/// <summary>Checks <see cref="RerankerOptions"/> before anything starts.</summary>
public sealed class RerankerOptionsValidator : IValidateOptions<RerankerOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RerankerOptions options)
    {
        List<string> failures = [];
        if (!(options.Budget is >= 0.05 and <= 30))
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"Reranker:Budget is {options.Budget}; choose 0.05 to 30 seconds."));
        }

        if (options.MaxDegreeOfParallelism is < 1 or > 1024)
        {
            failures.Add(
                $"Reranker:MaxDegreeOfParallelism is {options.MaxDegreeOfParallelism}; choose 1 to 1024, or leave it out for all cores."
            );
        }

        if (!string.IsNullOrWhiteSpace(options.Model))
        {
            string model = Path.Combine(Path.GetFullPath(options.Model), "model.onnx");
            if (!File.Exists(model))
            {
                failures.Add(
                    $"Reranker:Model is '{options.Model}', but there is no {model}; name the folder of an ONNX "
                        + $"cross-encoder, or leave it out."
                );
            }
            else if (RuntimePlatform.HasNoLibrary)
            {
                failures.Add("Reranker:Model is set, but ONNX Runtime has no library for this system; leave it out.");
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
