"""Who may do what: read by ``test_permissions``, which fails where an address or an action of the site is missing here.

What a role gets when it reads an address, then when it writes to it (one word where both are the same): ok,
login (sent to sign in), no (forbidden), none (there is nothing), - (this address is not written to).

A reader has an account and nothing else, a clerk may sign in to the admin and has no right there; editor and
administrator are the groups that come with Rostrum.
"""

ROLES = ["anonymous", "reader", "clerk", "editor", "administrator"]

_ROUTES = """
/                                                                      ok/-      ok/-      ok/-      ok/-      ok/-
/concordance/                                                          ok/-      ok/-      ok/-      ok/-      ok/-
/concordance/lines.csv                                                 ok/-      ok/-      ok/-      ok/-      ok/-
/conferences/                                                          ok/-      ok/-      ok/-      ok/-      ok/-
/conferences/undated/<slug:slug>/                                      ok/-      ok/-      ok/-      ok/-      ok/-
/conferences/undated/<slug:slug>/source.txt                            ok/-      ok/-      ok/-      ok/-      ok/-
/conferences/<int:year>/<int:month>/<int:day>/<slug:slug>/             ok/-      ok/-      ok/-      ok/-      ok/-
/conferences/<int:year>/<int:month>/<int:day>/<slug:slug>/source.txt   ok/-      ok/-      ok/-      ok/-      ok/-
/conferences/<int:pk>/report/                                          ok        ok        ok        ok        ok
/entities/                                                             ok/-      ok/-      ok/-      ok/-      ok/-
/entities/<int:pk>/                                                    ok/-      ok/-      ok/-      ok/-      ok/-
/passages/                                                             ok/-      ok/-      ok/-      ok/-      ok/-
/search-help/                                                          ok/-      ok/-      ok/-      ok/-      ok/-
/speakers/                                                             ok/-      ok/-      ok/-      ok/-      ok/-
/speakers/<slug:slug>/                                                 ok/-      ok/-      ok/-      ok/-      ok/-
/organisations/                                                        ok/-      ok/-      ok/-      ok/-      ok/-
/organisations/<slug:slug>/                                            ok/-      ok/-      ok/-      ok/-      ok/-
/turns/<slug:public_id>/                                               ok/-      ok/-      ok/-      ok/-      ok/-
/turns/<slug:public_id>/cite/                                          ok/-      ok/-      ok/-      ok/-      ok/-
/turns/<slug:public_id>/report/                                        ok        ok        ok        ok        ok
/turns/<slug:public_id>/topics/                                        -/login   -/no      -/no      -/ok      -/ok
/topics/                                                               ok/-      ok/-      ok/-      ok/-      ok/-
/topics/<slug:slug>/                                                   ok/-      ok/-      ok/-      ok/-      ok/-
/trends/                                                               ok/-      ok/-      ok/-      ok/-      ok/-
/trends/counts.csv                                                     ok/-      ok/-      ok/-      ok/-      ok/-
/health/ready                                                          ok/-      ok/-      ok/-      ok/-      ok/-
/favicon.ico                                                           ok        ok        ok        ok        ok

/admin/                                                                login     login     ok        ok        ok
/admin/login/                                                          ok        ok        ok        ok        ok
/admin/logout/                                                         ok        ok        -/ok      -/ok      -/ok
/admin/password_change/                                                login     login     ok        ok        ok
/admin/autocomplete/                                                   login     login     no/-      no/-      no/-
/admin/jsi18n/                                                         login     login     ok/-      ok/-      ok/-
/admin/r/<path:content_type_id>/<path:object_id>/                      login     login     ok        ok        ok
/admin/(app_list)                                                      login     login     none      ok        ok
/admin/(anything-else)                                                 login     login     none      none      none

/admin/annotations/entity/                                             login     login     no        ok        ok
/admin/annotations/entity/<path:object_id>/                            login     login     ok        ok        ok
/admin/annotations/entity/<path:object_id>/change/                     login     login     no        ok        ok
/admin/annotations/entity/<path:object_id>/delete/                     login     login     no        no        no
/admin/annotations/entity/<path:object_id>/history/                    login     login     no        ok        ok
/admin/annotations/entity/merge/                                       login     login     no        ok        ok
/admin/annotations/entity/<path:object_id>/unmerge/                    login     login     no        ok        ok
/admin/annotations/entity/add/                                         login     login     no        ok        ok
/admin/annotations/mention/                                            login     login     no        ok        ok
/admin/annotations/mention/<path:object_id>/                           login     login     ok        ok        ok
/admin/annotations/mention/<path:object_id>/change/                    login     login     no        ok        ok
/admin/annotations/mention/<path:object_id>/delete/                    login     login     no        no        no
/admin/annotations/mention/<path:object_id>/history/                   login     login     no        ok        ok
/admin/annotations/mention/add/                                        login     login     no        no        no
/admin/annotations/report/                                             login     login     no        ok        ok
/admin/annotations/report/<path:object_id>/                            login     login     ok        ok        ok
/admin/annotations/report/<path:object_id>/change/                     login     login     no        ok        ok
/admin/annotations/report/<path:object_id>/delete/                     login     login     no        no        no
/admin/annotations/report/<path:object_id>/history/                    login     login     no        ok        ok
/admin/annotations/report/add/                                         login     login     no        no        no
/admin/annotations/tag/                                                login     login     no        ok        ok
/admin/annotations/tag/<path:object_id>/                               login     login     ok        ok        ok
/admin/annotations/tag/<path:object_id>/change/                        login     login     no        ok        ok
/admin/annotations/tag/<path:object_id>/delete/                        login     login     no        ok        ok
/admin/annotations/tag/<path:object_id>/history/                       login     login     no        ok        ok
/admin/annotations/tag/review/                                         login     login     no        ok        ok
/admin/annotations/tag/review/all/                                     login     login     no        ok        ok
/admin/annotations/tag/review/undo/                                    login     login     no        ok        ok
/admin/annotations/tag/agreement/                                      login     login     no/-      ok/-      ok/-
/admin/annotations/tag/add/                                            login     login     no        ok        ok
/admin/annotations/topic/                                              login     login     no        ok        ok
/admin/annotations/topic/<path:object_id>/                             login     login     ok        ok        ok
/admin/annotations/topic/<path:object_id>/change/                      login     login     no        ok        ok
/admin/annotations/topic/<path:object_id>/delete/                      login     login     no        no        ok
/admin/annotations/topic/<path:object_id>/history/                     login     login     no        ok        ok
/admin/annotations/topic/learned/                                      login     login     no/-      ok/-      ok/-
/admin/annotations/topic/add/                                          login     login     no        ok        ok
/admin/auth/group/                                                     login     login     no        no        ok
/admin/auth/group/<path:object_id>/                                    login     login     ok        ok        ok
/admin/auth/group/<path:object_id>/change/                             login     login     no        no        ok
/admin/auth/group/<path:object_id>/delete/                             login     login     no        no        ok
/admin/auth/group/<path:object_id>/history/                            login     login     no        no        ok
/admin/auth/group/add/                                                 login     login     no        no        ok
/admin/auth/user/                                                      login     login     no        no        ok
/admin/auth/user/<id>/password/                                        login     login     no        no        ok
/admin/auth/user/<path:object_id>/                                     login     login     ok        ok        ok
/admin/auth/user/<path:object_id>/change/                              login     login     no        no        ok
/admin/auth/user/<path:object_id>/delete/                              login     login     no        no        ok
/admin/auth/user/<path:object_id>/history/                             login     login     no        no        ok
/admin/auth/user/add/                                                  login     login     no        no        ok
/admin/conferences/conference/                                         login     login     no        ok        ok
/admin/conferences/conference/<path:object_id>/                        login     login     ok        ok        ok
/admin/conferences/conference/<path:object_id>/change/                 login     login     no        ok        ok
/admin/conferences/conference/<path:object_id>/delete/                 login     login     no        no        ok
/admin/conferences/conference/<path:object_id>/history/                login     login     no        ok        ok
/admin/conferences/conference/add/                                     login     login     no        no        no
/admin/conferences/conflict/                                           login     login     no        ok        ok
/admin/conferences/conflict/<path:object_id>/                          login     login     ok        ok        ok
/admin/conferences/conflict/<path:object_id>/change/                   login     login     no        ok/no     ok/no
/admin/conferences/conflict/<path:object_id>/delete/                   login     login     no        no        no
/admin/conferences/conflict/<path:object_id>/history/                  login     login     no        ok        ok
/admin/conferences/conflict/add/                                       login     login     no        no        no
/admin/conferences/importrun/                                          login     login     no        ok        ok
/admin/conferences/importrun/<path:object_id>/                         login     login     ok        ok        ok
/admin/conferences/importrun/<path:object_id>/change/                  login     login     no        ok/no     ok/no
/admin/conferences/importrun/<path:object_id>/delete/                  login     login     no        no        no
/admin/conferences/importrun/<path:object_id>/history/                 login     login     no        ok        ok
/admin/conferences/importrun/<path:object_id>/undo/                    login     login     no        ok        ok
/admin/conferences/importrun/add/                                      login     login     no        no        no
/admin/conferences/organisation/                                       login     login     no        ok        ok
/admin/conferences/organisation/<path:object_id>/                      login     login     ok        ok        ok
/admin/conferences/organisation/<path:object_id>/change/               login     login     no        ok        ok
/admin/conferences/organisation/<path:object_id>/delete/               login     login     no        no        ok
/admin/conferences/organisation/<path:object_id>/history/              login     login     no        ok        ok
/admin/conferences/organisation/distinct/                              login     login     -/no      -/ok      -/ok
/admin/conferences/organisation/duplicates/                            login     login     no        ok        ok
/admin/conferences/organisation/merge/                                 login     login     no        ok        ok
/admin/conferences/organisation/<path:object_id>/unmerge/              login     login     no        ok        ok
/admin/conferences/organisation/<path:object_id>/split/                login     login     no        ok        ok
/admin/conferences/organisation/add/                                   login     login     no        ok        ok
/admin/conferences/source/                                             login     login     no        ok        ok
/admin/conferences/source/<path:object_id>/                            login     login     ok        ok        ok
/admin/conferences/source/<path:object_id>/change/                     login     login     no        ok/no     ok
/admin/conferences/source/<path:object_id>/delete/                     login     login     no        no        ok
/admin/conferences/source/<path:object_id>/history/                    login     login     no        ok        ok
/admin/conferences/source/add/                                         login     login     no        no        ok
/admin/conferences/speaker/                                            login     login     no        ok        ok
/admin/conferences/speaker/<path:object_id>/                           login     login     ok        ok        ok
/admin/conferences/speaker/<path:object_id>/change/                    login     login     no        ok        ok
/admin/conferences/speaker/<path:object_id>/delete/                    login     login     no        no        ok
/admin/conferences/speaker/<path:object_id>/history/                   login     login     no        ok        ok
/admin/conferences/speaker/distinct/                                   login     login     -/no      -/ok      -/ok
/admin/conferences/speaker/duplicates/                                 login     login     no        ok        ok
/admin/conferences/speaker/merge/                                      login     login     no        ok        ok
/admin/conferences/speaker/<path:object_id>/unmerge/                   login     login     no        ok        ok
/admin/conferences/speaker/<path:object_id>/split/                     login     login     no        ok        ok
/admin/conferences/speaker/add/                                        login     login     no        ok        ok
/admin/conferences/turn/                                               login     login     no        ok        ok
/admin/conferences/turn/<path:object_id>/                              login     login     ok        ok        ok
/admin/conferences/turn/<path:object_id>/change/                       login     login     no        ok        ok
/admin/conferences/turn/<path:object_id>/delete/                       login     login     no        no        no
/admin/conferences/turn/<path:object_id>/history/                      login     login     no        ok        ok
/admin/conferences/turn/add/                                           login     login     no        no        no
/admin/conferences/upload/                                             login     login     no        ok        ok
/admin/conferences/upload/<path:object_id>/                            login     login     ok        ok        ok
/admin/conferences/upload/<path:object_id>/change/                     login     login     no        ok        ok
/admin/conferences/upload/<path:object_id>/delete/                     login     login     no        no        no
/admin/conferences/upload/<path:object_id>/history/                    login     login     no        ok        ok
/admin/conferences/upload/add/                                         login     login     no        ok        ok
/admin/history/act/                                                    login     login     no        ok        ok
/admin/history/act/<path:object_id>/                                   login     login     ok        ok        ok
/admin/history/act/<path:object_id>/change/                            login     login     no        ok        ok
/admin/history/act/<path:object_id>/delete/                            login     login     no        no        no
/admin/history/act/<path:object_id>/history/                           login     login     no        ok        ok
/admin/history/act/<path:object_id>/undo/                              login     login     no        ok        ok
/admin/history/act/add/                                                login     login     no        no        no
/admin/password_change/done/                                           login     login     ok/-      ok/-      ok/-
"""

ROUTES = {line.split()[0]: line.split()[1:] for line in _ROUTES.splitlines() if line}

_ACTIONS = """
annotations.entity merge_selected              editor administrator
annotations.entity reject_selected             editor administrator
annotations.mention confirm_selected           editor administrator
annotations.mention reject_selected            editor administrator
annotations.report close_selected                editor administrator
annotations.report reopen_selected               editor administrator
annotations.tag confirm_selected                editor administrator
annotations.tag reject_selected                 editor administrator
annotations.tag retag_selected                  editor administrator
annotations.topic delete_selected               administrator
conferences.conflict keep_selected               editor administrator
conferences.conflict take_selected               editor administrator
conferences.conference delete_selected          administrator
conferences.organisation merge_selected         editor administrator
conferences.organisation delete_selected        administrator
conferences.source delete_selected              administrator
conferences.speaker merge_selected              editor administrator
conferences.speaker delete_selected             administrator
auth.group delete_selected                      administrator
auth.user delete_selected                       administrator
"""

ACTIONS = {" ".join(line.split()[:2]): set(line.split()[2:]) for line in _ACTIONS.splitlines() if line}
