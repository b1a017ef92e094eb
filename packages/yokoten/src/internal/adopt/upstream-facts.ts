// Made by scripts/upstream-facts.mjs. Facts about the public history of the hazard-map template of 2021: no text of it.

/** A line for each commit, the oldest first: short id, date, hash of the root tree, form of the config. */
export const UPSTREAM_COMMITS = `
176632b 2021-11-20 cd9d05c3e809bd8f74693f3da4699a45fdedd6bb none
c953907 2021-11-20 0f89197d8ffaf1524749e9fb5de9bfe03804a0af none
f928cd8 2021-11-21 f85f45782b9c56063b140cc8540e4ae0c08f9e39 none
089f5d3 2021-11-21 bf986e74130be5294770b150d162135dcc98d528 none
01e7d0d 2021-11-21 7617e6e969300d9ca0940a4a2084b79f63232836 none
d84bf31 2021-11-21 70d674e2d7001b3ac109d41414d4cc4968de6644 none
71c57f7 2021-11-21 0cb2d2f08804aab817e39b97e5eaa498998c6f0a none
ef3b566 2021-11-21 43ca2ddbe6809801001527e536527e0a41a52409 none
c4ba988 2021-11-21 e138a6e6da9f5f59e2d75dff0496ea27c87b7a32 none
f1fbe36 2021-11-21 13ade9556ddf735cecefc1e99f7f1f75dcba28b0 none
fd2feb2 2021-11-21 3c005e13f8086feae1fcfd998f50f6ac59eb65ea none
affeede 2021-11-22 aa36405531c3ab68feaf9cdc0fd7d4dc79f7a5ec none
1a83399 2021-11-22 9e84bc307e6bb81c972f2cb365536a22d334358d none
7dbf9f6 2021-11-22 0bb47fd14a7fe1b9c66dec7fce46eabe4079e4cc none
49dc985 2021-11-23 a4ca588bb0711fb493ed2f6c441cde15941a0ca7 none
402e9ae 2021-11-23 4b825dc642cb6eb9a060e54bf8d69288fbee4904 none
9a54848 2021-11-23 4c822e69cd60bb7c5aa832ff2ffd65c191c6bf97 none
baef0c1 2021-11-23 04f17653f5c9b3db1b1fff95dae1e2f924d78c78 none
da52a75 2021-11-23 d91ae513674f7a40641e159f7935139b691a179e none
8f0cb9c 2021-11-24 2e0445ca2b99d65e1d3a75388aeefa08338fbd70 none
d286eff 2021-11-26 584f28139c349236864f024f82a9b589b380e3bc json
9bec93e 2021-11-27 c53a3c2457c2388daab42743931d137368da8c83 json
808e5b7 2021-11-27 c4e59e342dacf686d0ec85d20be725b75f268075 json
8145239 2021-11-27 dfbe9b72bc5a050eb5adf602dc512e000f7e5e8c json
ac720cd 2021-11-27 36cab4b3617ed5ed08fdd52bb7fe133536f9a801 json
5fbcbe1 2021-11-27 e340bc07b38e43a25fd65b194186dcbbff439527 json
0f81e19 2021-11-27 b751ab8e5b8933049568cbcce5f13891d0a2a93f json
c6be2e2 2021-11-27 e39d3e8a41cc3c0b6c6977438a7e8d8851ad064d city
bace0be 2021-11-28 da0831532669a854a8f024629ebe3c6acc00d85c city
842116b 2021-11-28 e31ee4164b3b45ac007e700db172811e1ce3ab6f city
e7dff95 2021-11-28 e31ee4164b3b45ac007e700db172811e1ce3ab6f city
770ce65 2021-11-28 5e2e950dec38d4d21cb59337364f13d090c4bb3b city
03da2f1 2021-11-28 8338129ebeb4855fdad614ad802653466c227d34 city
47a6145 2021-11-28 8466d5de038351c92e245f43cfbe1bb31307c213 city
aa1ff8b 2021-11-28 0ccac06c355e76b1f84c9c646c06a18c9f13ced7 city
16c9ec9 2021-11-28 22bf3bd5a9b8b317312555b4acd9d801d1cf6f9c city
8b97b49 2021-11-28 f3677c63348d23a20aeff25830385446b7f57632 city
ab0773d 2021-11-28 abaa16abfaccfc70dd8d0ea1e725cdbc985af435 city
33f5ec0 2021-11-28 4c8ca865c21f8bcaacab2741dd4abe07cbf340bb city
e5a2968 2021-11-28 4c8ca865c21f8bcaacab2741dd4abe07cbf340bb city
9b0c40a 2021-11-29 6b6af09f69b44fdcea3648390dd1841349dab1d3 city
a6a0568 2021-11-29 18c41d528cb9a731f04d45e4321881009901d3af city
9a2fd13 2021-11-29 2abfe09d94c451065f241e671bd241ff841634ff city
d33b76f 2021-11-29 03d4fe4a544ff99226818293d5cc0c7bc32fcfd4 city
3b58d33 2021-11-29 9ea88334471de5067840e09c3955dcb00fb80cea city
8e80852 2021-11-29 4ea7925cc59577e2a099defa29c87531bbe359bb city
f7b0a4b 2021-11-29 f12a9fe1683b7df49a32c2699db03e33b465a97b city
0143cee 2021-11-29 0a32a07049c6124067019e2678f556b2f0123d5d city
17a9076 2021-11-29 fa4f77d6d74a042f09ac13a9ecd667790edc7737 city
424e806 2021-11-29 44029491fe6405c8181a6c40e2c92d5d382284f8 city
c7d2f1d 2021-11-29 1303025b1c98dd7b81d4e2a7f9f018903844597b city
3f5a203 2021-11-29 f4f3908b64339fcc92e7309f030d1320ce8ee1cd city
c8b4aac 2021-11-29 df945b71a4d6d487e5afdb929083eefebfa5a2de city
59e2338 2021-11-29 db33d8fcbd1a0680b1c8db47200e56e29e1a4836 city
45ae38b 2021-11-29 1df500a377ece692cc2b28bec8a3bbc3fa8e10be city
55dbfa4 2021-11-30 57c7305443a5279ee0c17b33652d22e7094b7727 city
822e811 2021-11-30 652b85606d1d15299d34a940722d1756bfcb6f22 city
0e7cd12 2021-11-30 c2e023a8a42c2febb4456a92b9395b43085af391 city
affd890 2021-11-30 374f3f12941f4b79d99d6f03d7dd4d60399e74e1 city
fff5b00 2021-11-30 1d0add3cc69547e85eeac27567f8de4ef5ab3692 city
e37726c 2021-11-30 eff78b5e56b70cd1ec215946a2205742f81a72a7 city
30bd690 2021-11-30 eff78b5e56b70cd1ec215946a2205742f81a72a7 city
238eb7c 2021-11-30 1504aec4c8af7bcc8395d0e5de20ca16739776d1 city
355342b 2021-11-30 c465c3af63f5295736b51c31431cc1a87837a271 city
655f547 2021-12-01 ac5876b39ef767e1d91d430b36e96a1821c46447 city
7c86c36 2021-12-02 3bfbf3c9f2f61e4ca9c7709a1b5544316f6c40ea city
c673358 2021-12-02 5bdad1c95e893e1ccb1afbf55aa45edcd42d16f3 city
8491ef3 2021-12-02 c8deb65980754343da1b7e68c1b0b98f5a0bd340 city
a618fe9 2021-12-02 bc6108b891b07c429de396d78837df2b175a22b3 city
7d2f3f5 2021-12-03 2de2f7801b94022892e4033360fba2b4233ce73d city
7006295 2021-12-03 40bb8cd573e3b22427df7e6f5b7c5bdd6da33fe2 city
7aaa07f 2021-12-03 506be918cf417261c2a004b4152bb4b6217b762f city
41a9e70 2021-12-03 dd8f58bac5b6ae13bd17a03c40d4ad4a07d6f664 city
e321288 2021-12-03 d280196090a9f49f64278b7688a3754d4f6a399b city
b78ce2e 2021-12-03 253048169eafb0e02bf87d6f5e9bdd7f33f1d52c city
2c912e8 2021-12-04 e7401996ec89bb7966d2e09ce64927aa58e02193 city
ab1554f 2021-12-04 bc89f5f4948f928796d6d92ff5f67dcd4cf2b058 city
87ad083 2021-12-05 77109f5fe8b12543de4913bab4384138387e8318 city
1b4c8c5 2021-12-07 709dd9db0c562944b74301d9a86c8b9c6839056b city
bc93216 2021-12-28 bc89f5f4948f928796d6d92ff5f67dcd4cf2b058 city
5bfc29c 2021-12-28 0d832451e6bf4063d8deb61ae2690b3ffe101a9a city
b1551c6 2021-12-28 2d7f69c7cd4f32189dae3cfb2d2eb9ff55ef1e91 city
1eb9f2e 2021-12-28 3c3499f5c9eecd54db628d31d1ce5844dff84976 city
c21c30b 2022-02-15 91daf8cdb6a56b77256d413b5a52fd059f9d0e64 city
e4e01c9 2022-02-15 81343c058923a7c7aeac6e24e1286ce4c9a4df07 city
22eacdb 2022-02-19 0b0adf198f2a48c5b951c0e8ec6cfbcb6ae94c48 city
2b68c86 2022-02-18 553ab49ba6de4806925a0baa577c19a907fe74d0 city
2779d0f 2022-02-19 80a7e6e096795a649084deb192c6bb400a338a5e city
aa5f722 2022-02-28 c750e32a80a9091c8b3a31f4908fbed101bd31a4 city
2c8cb14 2022-03-21 b63f25078c62995ae51208f7ed5fede4179a4ca2 city
a290ca5 2022-03-21 910ec01aafaa23f616cf5dd3b44e0d91ea91ee92 city
b72688d 2022-03-21 3f243935927327c1a81c647ee31ca6ac678d7157 city
6a75c07 2022-03-21 48ab215b47a2c868b469ef2490291e01dceb49bc city
d0760f3 2022-03-21 448b71976de154a12014077d2522a4254cef93ed city
6b19465 2022-03-21 1e4cf17bee527efd4f182cdd4fd83d4c5b924648 city
23d2b72 2022-03-21 bcead054cec4117636026b0cda24d1ac6574a978 ward
816bc81 2022-03-22 0efb5b1d03369f5f52a7aee38625add0336370b3 ward
94c05c0 2022-04-03 26ae56db357b52ff66b98e0c412225db201fb1b4 ward
7f2515e 2022-04-03 6d8dfcdd08b18cf77cfedb02589d9b0d7e2ea6e0 ward
34ef178 2022-04-03 ff2ffbff0a2f0aa02655ec54e225e1281c2649d7 ward
7d2c18c 2022-04-03 777fc97ffbd8bafbc5aae2f6adae89d91686b774 ward
3c3605e 2022-04-03 c6bbb716e2ad0498d963df0316b94e01defb4157 ward
8a55eed 2022-04-03 a6540a040f6b0700b5a8ec6e64ff340c83407de7 ward
d1c2412 2022-04-03 780900ab75b1a18d4d627acd67a0277bcc14de2e ward
c634184 2022-04-03 23848f2d21a46b4609e75a833ebfdb6900f3773e ward
f6a1fce 2022-06-22 8c645edefb3bd2496b6be1d52754109ceb42b36d ward
2baabc1 2022-07-21 c24ad06d792971065076248f01cfdf61b9a38774 ward
7286a40 2022-07-21 848061f306e384558b5c4d3c7adc312aadbbce20 ward
4c74a66 2022-07-21 88a62ea6ba516da4ec62cd0019473b3d7d5ad470 ward
141ce05 2022-08-15 40799a22c0f221b112437379f2a99c4fddd0a350 ward
27e4a68 2022-08-29 d2d8e456f977dd0bfe657f3fbe303501035ecd2c ward
eeab875 2022-11-02 20a97e935ad1514891dc601a1d36c144bccbd174 ward
00ae811 2022-11-11 d13afe32b63582e2439433a27c03c180e9af0c9c ward
2d40043 2022-11-11 018ad4d522645dddf865cbe0ae9f1d26f42681ea ward
d05ffbd 2022-11-11 e6e1b1170351eb71373dd08e0e81df0b84721c32 ward
e274f4d 2022-11-16 af45f027f2f41a5ca38131ff9bb5c2c5dc4d4f31 ward
1c988ea 2022-12-08 e48b2ad53c7d6ee6c6923864f6fc712fb307a8af ward
82749ea 2023-01-10 4a5e35a026cea54c7ffa9abbe50f0c7a37ad20a5 ward
70df6ba 2023-01-27 7c69f78fb9b1b5f8ea8a56a72335454247dbf8f3 ward
f41c3f9 2023-01-27 d57a170a409a4fc08d7ee0c562911d5bd5fa4ae1 ward
69f1b54 2023-01-27 963b7228c9499d6d351e5d8eb3c710e20a878b4a ward
e29b56a 2025-11-29 4d92139f805c0ef70124d7cfd55386c85d97ded9 ward
4295434 2025-11-29 4d92139f805c0ef70124d7cfd55386c85d97ded9 ward
`;

/** A line for each content of a file: path, first digits of its hash as a blob, the commits that have it, from 0. */
export const UPSTREAM_BLOBS = `
.gitattributes 88bc1ffe485c 42-93
.github/workflows/build-and-deploy.yml 16a92445d260 121-122
.github/workflows/build-and-deploy.yml 1f4bea4fefa0 21-45,49-118
.github/workflows/build-and-deploy.yml 6564b6698768 46-48
.github/workflows/build-and-deploy.yml dba78dcc8aca 119-120
.gitignore 02ca7a6df045 93-122
.gitignore 2323421f5a94 58-92
.gitignore 4d29575de804 20-57
.vscode/extensions.json 7efca3f1130e 41-122
.vscode/launch.json 1689524c2fa4 41-122
.vscode/settings.json 42cdaeb1fc65 41-122
.vscode/tasks.json 0ed17706c08d 41-50
.vscode/tasks.json 1ab0a004fea2 51-122
LICENSE bcf7f5a47139 76-122
README.md 06c1596559b1 69-69
README.md 09df67589d8e 80-81
README.md 0b1b3e9da869 111-119
README.md 1cc204d0dd65 66-67
README.md 1cfc338fd26d 46-47
README.md 2cd204d83af7 94-94
README.md 2e3ea9d53c46 120-122
README.md 3ec0a282826b 91-93
README.md 4667ccc8dfd5 73-74
README.md 58297d4a5d60 82-90
README.md 59d87847ec9d 60-62
README.md 69eb82483911 45-45
README.md 7c114c75196f 72-72
README.md 81c142357de1 109-110
README.md 846fad92a073 75-79
README.md 87573b1d5f77 56-59
README.md a14a86c66e36 95-104
README.md a9a6772e057f 54-55
README.md b27be1861226 105-108
README.md b87cb00449ef 20-44
README.md bd2946c97f87 63-65
README.md cdbc583d4f3c 50-53
README.md da90a9c8743a 48-49
README.md e515dce0bf03 71-71
README.md f08c5c7961f6 70-70
README.md f345958dde55 68-68
docs/report.md 245032d6bfed 68-68
docs/report.md 28e81e0931fa 73-80
docs/report.md 3f62032efaad 67-67
docs/report.md 68eabe27d583 69-69
docs/report.md 76fff610b7f4 70-72
docs/screenshot.png 057c33009d08 69-73
docs/screenshot.png b00753200de8 74-80
hazardmap-config.json 53aa8ecc92b9 20-21
hazardmap-config.json 663d82e0ea19 22-23,25-26
hazardmap-config.json c92b74405f9f 24-24
hazardmap-config.jsonc 09faf858199c 65-94
hazardmap-config.jsonc 1d0ec2a3bbe1 64-64
hazardmap-config.jsonc 56b39b031312 27-28
hazardmap-config.jsonc 5ce44bffb353 29-31
hazardmap-config.jsonc 63af43c32f32 95-97
hazardmap-config.jsonc 7bcd96ae5aa1 98-122
hazardmap-config.jsonc 7c26c95a7e80 46-63
hazardmap-config.jsonc c44635fb17c5 32-45
package-lock.json 18d44cd5977a 95-101
package-lock.json 18e79ccaac34 84-84,86-86
package-lock.json 1be7ab2a69a8 118-122
package-lock.json 1d50f57f1d3a 112-112
package-lock.json 23ff77efe1a1 77-77
package-lock.json 2d556a154306 28-39
package-lock.json 308808cc653b 53-58
package-lock.json 34891424d204 116-116
package-lock.json 41c579129da4 107-107
package-lock.json 4669fa02be16 115-115
package-lock.json 4ffc209ba9a3 113-113
package-lock.json 54911854e96b 88-88
package-lock.json 5f301c13656d 78-78
package-lock.json 6417e345856d 20-25
package-lock.json 6babb86b2659 108-111
package-lock.json 70ab04a1dbc0 52-52
package-lock.json 74e712f7fa1e 89-90
package-lock.json 7df028b47eb0 26-26
package-lock.json 841f3e019ce6 83-83
package-lock.json 8ba0c2a57c65 43-51
package-lock.json 8e5be4f2c257 106-106
package-lock.json a94efded5bc3 114-114
package-lock.json b7eb1c9e6c77 59-76,79-82
package-lock.json b8f69110540d 117-117
package-lock.json b9dcc9118847 91-91
package-lock.json e06a56e68c5c 103-105
package-lock.json e30d8c1e27a7 102-102
package-lock.json e718d48f3c48 85-85,87-87
package-lock.json f5b5ec6eda08 40-42
package-lock.json fb79e411fe8b 27-27
package-lock.json fbe83f802163 92-94
package.json 0524e40b4cdc 91-91
package.json 148309eccd95 52-52
package.json 3392b45994a8 26-26
package.json 4377371c3441 27-27
package.json 4a8c522fe436 44-51
package.json 4b4a2a23d241 95-101
package.json 62a2fc89c10e 102-102
package.json 728f98c8ea0d 92-93
package.json 78fd913fb6ce 43-43
package.json 7bebf102ede2 114-122
package.json 7e4642e6a42b 21-25
package.json 8ecf290edb4e 94-94
package.json acd88cda4a6f 103-113
package.json c620ac97176b 20-20
package.json c8f9e0bf5bc4 40-42
package.json db476fbbd832 59-76,79-88
package.json dca5ea4cf1fb 77-77
package.json ee47586c4b1d 28-39
package.json f286647cfede 53-58
package.json f362f521b319 78-78
package.json fab09dc41893 89-90
public/index.html 28a39f9678a2 47-89
public/index.html 46ec5fb30a58 20-43
public/index.html 6825ecd85a93 90-122
public/index.html aa15b6dfdc04 44-46
public/manifest.json 502055a1ecc9 20-43
public/robots.txt e9e57dc4d41b 20-122
scripts/convert-config.js 716cef0b63cd 94-122
scripts/convert-config.js a6979027290d 28-41
scripts/convert-config.js ad07f1bf0411 42-93
scripts/convert-config.js e246d21474da 27-27
scripts/convert-csv.js 0b642b4c36ba 94-122
scripts/convert-csv.js 44e7872d7ef8 28-30
scripts/convert-csv.js 5c2021e60f48 58-61
scripts/convert-csv.js 68d48e3bb0d2 42-55
scripts/convert-csv.js 7697d3e8c97e 31-32
scripts/convert-csv.js 79f7b5e4b74e 33-41
scripts/convert-csv.js 85a28ef5c088 56-57
scripts/convert-csv.js abeb274ea427 62-93
scripts/copy-images.js 4e7aa00839e0 58-93
scripts/copy-images.js 7dd5ae53c8dc 94-122
scripts/fetch-city-osm.js 119175c5382d 42-85
scripts/fetch-city-osm.js 428902fbd15f 86-93
scripts/fetch-city-osm.js 5682d5c4f568 29-30
scripts/fetch-city-osm.js 8d140cf00050 94-94
scripts/fetch-city-osm.js ae2bb6caec5b 20-26
scripts/fetch-city-osm.js e27ea5ddfa5a 27-28
scripts/fetch-city-osm.js f859cf20ddf1 31-41
scripts/fetch-shikuchoson-boundary.js 5aa9b0e519a9 104-122
scripts/fetch-shikuchoson-boundary.js f2119147143e 95-103
src/App.tsx 0fd7a59fe504 98-98
src/App.tsx 1f3b6e3b6d70 100-100
src/App.tsx 20d695d9da44 102-122
src/App.tsx 238c63bb5981 34-41
src/App.tsx 330c36fffacf 52-57
src/App.tsx 33852d64da37 99-99
src/App.tsx 4d37ee05d63e 32-32
src/App.tsx 51c222d5f9de 22-22
src/App.tsx 5ae0406bf086 24-27
src/App.tsx 5b9f0e0e3b87 42-46
src/App.tsx 5daa0397dc44 97-97
src/App.tsx 6aff6183de8b 95-95
src/App.tsx 715f91d1673c 78-78
src/App.tsx 7392035ae13a 101-101
src/App.tsx 85084900b197 33-33
src/App.tsx 8e7dee162ab9 58-58
src/App.tsx 91ad4cb3e3c3 28-31
src/App.tsx acc8409c32d3 59-76,79-93
src/App.tsx b68015fb9c9c 47-51
src/App.tsx b83440797929 77-77
src/App.tsx d24709e272e9 23-23
src/App.tsx e5cd75e72325 96-96
src/App.tsx e73b13fae29e 94-94
src/App.tsx f391ff8402e4 20-21
src/city-osm.json 245a86c9144d 20-41
src/components/BottomLeftImages.tsx bf185ac4bd65 101-122
src/components/BottomLeftImages.tsx c4ce35ed79f4 59-100
src/components/BottomLeftImages.tsx f186fc678fa4 58-58
src/components/CityBoundary.tsx 49682edc53c6 32-33
src/components/CityBoundary.tsx 4b1b069484b2 28-31
src/components/CityBoundary.tsx 55c814d795cc 23-27
src/components/CityBoundary.tsx 8c63444e24d3 34-94
src/components/FeaturePopup.tsx d8f6e6dd3842 77-78
src/components/HazardmapPortalTiles.tsx 48d59e5ed2ad 24-24
src/components/HazardmapPortalTiles.tsx e7c1c167e7bc 25-27
src/components/OverlayFeatureLayers.module.css 4da2b573f1ea 37-56
src/components/OverlayFeatureLayers.module.css cb1a0396481d 57-58
src/components/OverlayFeatureLayers.tsx 13922db80ed3 37-37
src/components/OverlayFeatureLayers.tsx 21f528b7bc4e 33-36
src/components/OverlayFeatureLayers.tsx 324f815cfd1f 38-54
src/components/OverlayFeatureLayers.tsx 3947fdea1f23 55-56
src/components/OverlayFeatureLayers.tsx 7876ac86ea68 103-109
src/components/OverlayFeatureLayers.tsx 9a17bf5f444c 101-102
src/components/OverlayFeatureLayers.tsx c17e905baab6 57-58
src/components/OverlayFeatureLayers.tsx c538fbb8629b 110-122
src/components/OverlayFeatureLayers.tsx d563a88be378 59-76,79-100
src/components/OverlayTileLayers.tsx d376d4171f31 32-76,79-97
src/feature-collections.json 06c577fce4ef 33-35
src/feature-collections.json 2bb1e3656f1a 36-41
src/features.json 06c577fce4ef 28-32
src/generated/.keep e69de29bb2d1 93-122
src/hazardmap-config.json 231bb9290346 20-26
src/hazardmap-config.json 6e82115b02a4 32-41
src/hazardmap-config.json 9c9ec3818bb4 29-31
src/hazardmap-config.json a4e16ef85821 27-28
src/images/.keep e69de29bb2d1 58-122
src/index.css 4a1df4db71cd 40-58
src/index.css ec2585e8c0bb 20-39
src/index.tsx 0cd5c03d9581 59-91
src/index.tsx 80c30ec4b6d3 92-100
src/index.tsx ad9cbbbf8f3c 40-58
src/index.tsx ebfb19de4955 101-122
src/index.tsx ef2edf8ea3fc 20-39
src/react-app-env.d.ts 6431bc5fc6b2 20-122
src/reportWebVitals.ts 49a2a16e0fbc 20-39
src/reportWebVitals.ts 5fa3583b7500 40-91
src/setupTests.ts 1dd407a63ef3 40-122
src/setupTests.ts 8f2609b7b3e0 20-39
tsconfig.json a273b0cfc0e9 35-122
tsconfig.json dc2c9fe81da1 20-34
`;
