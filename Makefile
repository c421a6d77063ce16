# The everyday commands. `make` alone lists them.
.PHONY: help build test screenshots format check audit run doctor eval

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

build: ## builds everything, warnings are errors
	dotnet build

test: ## all tests, one project after the other
	dotnet test -m:1

screenshots: ## takes the pictures of the README again (needs Chromium)
	BRIEFINGBOT_SCREENSHOTS=docs/images dotnet test tests/BriefingBot.EndToEnd.Tests --filter "Pictures_of_the_console|Picture_of_a_chat"

format: ## writes the layout of the code
	dotnet tool restore
	dotnet csharpier format .

check: ## what continuous integration runs: build, format, tests, the container's steps
	.ci/run

audit: ## looks for packages with known vulnerabilities, where the registry has the data
	.ci/audit

run: ## serves the sample articles on http://127.0.0.1:5080
	dotnet run --project src/BriefingBot

doctor: ## checks configuration, coverage, store, encoder, model and platforms
	dotnet run --project src/BriefingBot -- doctor

eval: ## scores the answers to a question set: make eval QUESTIONS=file.jsonl COVERAGE=path
	dotnet run --project src/BriefingBot -c Release -- eval --questions $(QUESTIONS) --coverage $(COVERAGE)
